package vn.sen.reporting.province.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An official document before it is set in any format.
 *
 * @param above the body above the one that writes
 * @param body that writes
 * @param number with its symbol
 * @param placeAndDay where and when it is signed
 * @param kind of document: BÁO CÁO
 * @param subject what it is about
 * @param notice on every page; null for none
 * @param day it is about: no clock gets into the file
 */
record Letter(
    String above,
    String body,
    String number,
    String placeAndDay,
    String kind,
    String subject,
    @Nullable String notice,
    LocalDate day,
    List<Block> blocks,
    List<String> recipients,
    String authority,
    String signatory) {

  static final String COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
  static final String MOTTO = "Độc lập – Tự do – Hạnh phúc";
  static final String RECIPIENTS = "Nơi nhận:";

  /** A part of the content. */
  sealed interface Block {

    /** The title of a section. */
    record Heading(String text) implements Block {}

    /** A paragraph. */
    record Text(String text) implements Block {}

    /** A remark to what stands above it. */
    record Note(String text) implements Block {}

    /** A table; numbers are set to the right. */
    record Table(List<Column> columns, List<List<String>> rows) implements Block {}

    /** A bar chart. */
    record Bars(String title, List<Bar> bars) implements Block {}
  }

  /**
   * A column of a table.
   *
   * @param weight of its width among the others
   */
  record Column(String title, int weight, boolean number) {}

  /**
   * A bar of a chart.
   *
   * @param shown the value as it is written beside it
   */
  record Bar(String label, BigDecimal value, String shown) {}
}
