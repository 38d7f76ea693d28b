package vn.sen.acceptance.faults;

/**
 * What a seed plays on.
 *
 * @param log what reached it since the seed began
 * @param founder of its units
 */
record Scene(
    Cluster cluster,
    Territory territory,
    Http http,
    Ledger ledger,
    LogReader log,
    Intruder intruder,
    Founder founder,
    Probe probe) {}
