package vn.sen.gateway.report;

/** How a request for a report was answered. */
enum Outcome {
  /** With the kept report, or 304 in its place. */
  UNCHANGED,
  /** With a new report, which replaces the kept one. */
  CHANGED,
  /** By the service: nothing was kept, or it gave what may not be kept. */
  FETCHED,
  /** By the service, as the request wanted it. */
  BYPASSED,
  /** With an error, since the service could not be asked. */
  FAILED
}
