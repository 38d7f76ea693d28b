package vn.sen.local.demo;

import java.time.Duration;

/** Waits before a request is made again; tests do not wait. */
@FunctionalInterface
interface Pause {

  /** The clock's. */
  Pause REAL = Thread::sleep;

  void pause(Duration time) throws InterruptedException;
}
