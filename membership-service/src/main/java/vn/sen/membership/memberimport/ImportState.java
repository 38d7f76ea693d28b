package vn.sen.membership.memberimport;

/** How far an import has come. */
enum ImportState {
  /** The file is being taken in. */
  RECEIVING,
  /** The dry run checks row by row; nothing is written to the members. */
  VALIDATING,
  /** Every row can be imported. */
  VALIDATED,
  /** Some rows cannot be imported; see the errors. */
  INVALID,
  /** The valid rows are being imported. */
  RUNNING,
  /** Every valid row is imported. */
  DONE,
  /** It could not be carried on; the reason is in the log of the service. */
  FAILED,
  /** Nobody carried it out in time; its rows are gone. */
  EXPIRED
}
