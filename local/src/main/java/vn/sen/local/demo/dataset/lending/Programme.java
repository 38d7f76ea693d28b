package vn.sen.local.demo.dataset.lending;

import java.math.BigDecimal;

/** What a bank lends for. */
public record Programme(String code, String name, BigDecimal ratePercent) {}
