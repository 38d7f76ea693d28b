package vn.sen.local.demo.dataset.lending;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StatementFileTest {

  private final LendingData data =
      LendingData.generate(1, LendingMother.FACTS, LendingMother.PUBLISHED.scaled(0.05));

  @Test
  void ndjson_is_compressed_and_has_the_names_of_the_partner_api() throws IOException {
    // given
    var lines = data.openingLines(data.targets().bank("VBSP"));

    // when
    var bytes = bytes(new StatementFile(Bank.Format.NDJSON, lines));

    // then
    var text = new String(unzipped(bytes), StandardCharsets.UTF_8);
    assertThat(lines).hasSizeGreaterThan(2 * StatementFile.LINES_PER_PIECE);
    assertThat(text.lines()).hasSize(lines.size());
    var first = JsonMapper.shared().readTree(text.lines().findFirst().orElseThrow());
    var expected = lines.getFirst();
    assertThat(first.required("loan").asString()).isEqualTo(expected.loan());
    assertThat(first.required("identity").asString()).isEqualTo(expected.identity());
    assertThat(first.required("disbursedOn").asString())
        .isEqualTo(expected.disbursedOn().toString());
    assertThat(first.required("inTerm").asLong()).isEqualTo(expected.balance().inTerm());
    assertThat(first.required("ratePercent").decimalValue()).isEqualTo(expected.ratePercent());
  }

  @Test
  void csv_is_plain_with_a_line_of_names() {
    // given
    var lines = data.openingLines(data.targets().bank("AGRIBANK"));

    // when
    var bytes = bytes(new StatementFile(Bank.Format.CSV, lines));

    // then
    var rows =
        CsvReader.builder().ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8)).stream()
            .toList();
    assertThat(rows).hasSize(lines.size());
    var row = rows.getLast();
    assertThat(row.getField("name")).isEqualTo(lines.getLast().name());
    assertThat(row.getField("inTerm")).isEqualTo(Long.toString(lines.getLast().balance().inTerm()));
  }

  @Test
  void is_described_as_it_is_sent() throws Exception {
    for (var format : Bank.Format.values()) {
      var file = new StatementFile(format, data.openingLines(data.targets().bank("VBSP")));
      var bytes = bytes(file);
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(file.description())
          .isEqualTo(new StatementFile.Description(bytes.length, HexFormat.of().formatHex(digest)));
    }
  }

  @Test
  void without_lines_it_is_a_file_still() throws IOException {
    assertThat(unzipped(bytes(new StatementFile(Bank.Format.NDJSON, List.of())))).isEmpty();
    assertThat(bytes(new StatementFile(Bank.Format.CSV, List.of()))).isNotEmpty();
  }

  private static byte[] bytes(StatementFile file) {
    var out = new ByteArrayOutputStream();
    file.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] unzipped(byte[] bytes) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }
}
