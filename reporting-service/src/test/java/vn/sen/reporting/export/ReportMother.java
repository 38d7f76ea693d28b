package vn.sen.reporting.export;

import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports in the shapes that there are. */
final class ReportMother {

  private ReportMother() {}

  /** A total over rows, with a remainder, keyed lists in rows and a list of its own. */
  static final String LOANS =
      """
      {"unit": {"id": "5d3c0000-0000-0000-0000-000000000054", "code": "54", "name": "Tỉnh Phú Yên",
                "level": "PROVINCE", "kind": "PROVINCE"},
       "asOf": "2023-10-30", "hierarchy": "2023-12-31", "level": "COMMUNE", "by": ["BANK", "UNIT"],
       "total": {"outstanding": 1234567890, "overduePercent": 0.15,
                 "buckets": [{"toDays": 90, "overdue": 5}, {"toDays": null, "overdue": 7}]},
       "rows": [
         {"unit": {"id": "5d3c0000-0000-0000-0000-000000022015", "code": "22015", "name": "Phường 1",
                   "level": "COMMUNE", "kind": "WARD"}, "remainder": false,
          "outstanding": 1234567000, "overduePercent": null,
          "buckets": [{"toDays": 90, "overdue": 5}, {"toDays": null, "overdue": 0}]},
         {"unit": null, "remainder": true, "outstanding": 890, "overduePercent": 59.97,
          "buckets": [{"toDays": 90, "overdue": 0}, {"toDays": null, "overdue": 7}]}],
       "byBank": [{"bank": {"id": "1", "code": "VBSP", "name": "Ngân hàng Chính sách"}, "outstanding": 1}],
       "overlap": [{"banks": [{"id": "1", "code": "A", "name": "Một"}, {"id": "2", "code": "B", "name": "Hai"}],
                    "households": 3}],
       "cells": [],
       "unplaced": {"loans": 0, "outstanding": 4}}
      """;

  /** Lists within lists. */
  static final String PROGRAMMES =
      """
      {"year": 2023,
       "programmes": [
         {"code": "DA8", "name": "Dự án 8", "from": "2021-01-01", "until": null,
          "indicators": [
            {"code": "TTCD", "name": "Số tổ", "total": {"target": 100, "result": 80},
             "rows": [{"unit": {"id": "1", "code": "22015", "name": "Phường 1"}, "remainder": false,
                       "target": 60, "result": 80},
                      {"unit": null, "remainder": true, "target": null, "result": 0}]},
            {"code": "CLB", "name": "Số CLB", "total": {"target": 1, "result": 1}, "rows": []}]}]}
      """;

  static JsonNode read(String report) {
    return JsonMapper.shared().readTree(report);
  }

  static Sheaf loans() {
    return Flattening.of("lending", read(LOANS));
  }

  /** So many rows under two columns. */
  static Sheaf longList(int rows) {
    var table =
        new Table(
            Table.MAIN,
            List.of("unit.code", "unit.name"),
            () ->
                IntStream.range(0, rows)
                    .<List<Cell>>mapToObj(
                        i -> List.of(new Cell.Text("u" + i), new Cell.Text("Phường thứ " + i)))
                    .iterator());
    return new Sheaf("lending.overdue-loans", List.of(), List.of(table));
  }
}
