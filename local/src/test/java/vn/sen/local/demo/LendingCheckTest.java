package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.local.demo.dataset.lending.LendingData;
import vn.sen.local.demo.dataset.lending.LendingFigures;

class LendingCheckTest {

  private static final LendingData DATA =
      LendingData.generate(2023, DemoFiles.facts(), DemoFiles.lendingTargets());

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final Comparison comparison = new Comparison();
  private HttpServer server;
  private long lost;

  @BeforeEach
  void answerAsCounted() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/reporting/lending",
        exchange -> {
          try (exchange) {
            var opening = exchange.getRequestURI().getQuery().contains("asOf=2022-12-31");
            var body = JsonMapper.shared().writeValueAsBytes(opening ? opening() : position());
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void finds_no_difference_where_all_is_counted() {
    compare();
    assertThat(comparison.print(out)).isTrue();
    // position and opening of all and of each of the four banks, and every commune with loans
    assertThat(text()).startsWith(10 + DATA.positionByCommune().size() + " ");
  }

  @Test
  void finds_what_is_not_counted() {
    lost = 400_000_000;
    compare();
    assertThat(comparison.print(out)).isFalse();
    assertThat(text()).contains("lending of LPBANK: expected");
  }

  private void compare() {
    var gateway = URI.create("http://localhost:" + server.getAddress().getPort());
    try (var api = new Api(gateway, time -> {}, new Consistency(), () -> "token")) {
      var progress = new Progress(out, false, System::nanoTime);
      var reports = new Reports(api, new Consistency(), progress);
      new LendingCheck(DATA, comparison).compare(reports, "54");
    }
  }

  private Map<String, Object> opening() {
    var banks = new ArrayList<Map<String, Object>>();
    DATA.targets().banks().forEach(b -> banks.add(atBank(b.code(), DATA.opening(b))));
    return Map.of("total", DATA.opening(null), "byBank", banks, "rows", List.of());
  }

  private Map<String, Object> position() {
    var banks = new ArrayList<Map<String, Object>>();
    for (var bank : DATA.targets().banks()) {
      var counted = DATA.position(bank);
      banks.add(atBank(bank.code(), bank.code().equals("LPBANK") ? less(counted) : counted));
    }
    var rows = new ArrayList<Map<String, Object>>();
    DATA.positionByCommune()
        .forEach((code, figures) -> rows.add(with("unit", Map.of("code", code), figures)));
    return Map.of("total", DATA.position(null), "byBank", banks, "rows", rows);
  }

  private LendingFigures less(LendingFigures counted) {
    return new LendingFigures(
        counted.outstanding() - lost,
        counted.overdue(),
        counted.frozen(),
        counted.loans(),
        counted.households());
  }

  private static Map<String, Object> atBank(String code, LendingFigures figures) {
    return with("bank", Map.of("code", code), figures);
  }

  private static Map<String, Object> with(String name, Object value, LendingFigures figures) {
    return Map.of(
        name,
        value,
        "outstanding",
        figures.outstanding(),
        "overdue",
        figures.overdue(),
        "frozen",
        figures.frozen(),
        "loans",
        figures.loans(),
        "households",
        figures.households());
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
