package vn.sen.local.demo.dataset.lending;

import vn.sen.local.demo.dataset.UnitFact;

/** Where a household lives, and who of it borrows first. */
record Home(int number, UnitFact commune, Borrower first) {}
