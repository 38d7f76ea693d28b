/* A wall clock that is SEN_CLOCK_SHIFT seconds off, and after 15 s goes back by 5 s. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t begun;
static long shift;

__attribute__((constructor)) static void begin(void) {
  struct timespec now;
  const char *text = getenv("SEN_CLOCK_SHIFT");
  syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
  begun = now.tv_sec;
  shift = text ? atol(text) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *at) {
  int result = (int)syscall(SYS_clock_gettime, clock, at);
  if (result == 0 && clock == CLOCK_REALTIME) {
    struct timespec now;
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
    at->tv_sec += now.tv_sec - begun < 15 ? shift : shift - 5;
  }
  return result;
}

int gettimeofday(struct timeval *at, void *zone) {
  struct timespec now;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &now);
  at->tv_sec = now.tv_sec;
  at->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *at) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (at) *at = now.tv_sec;
  return now.tv_sec;
}
