package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();

  @Test
  void a_terminal_sees_one_line_with_percent_rate_and_remaining_time() {
    var progress = progress(true);
    progress.begin("Nhập", 1_000);
    clock.addAndGet(TimeUnit.SECONDS.toNanos(2));

    progress.reach(250);

    assertThat(text()).doesNotContain("\n").contains("\r  Nhập").contains(" 25 %");
    assertThat(text()).contains("125/s").contains("còn 6,0 s");
  }

  @Test
  void what_is_written_over_leaves_no_letters_behind() {
    var progress = progress(true);
    progress.begin("Nhập", 100_000);
    clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
    progress.reach(50_000);
    progress.end();

    var lines = text().split("\r");
    assertThat(lines[lines.length - 1].stripTrailing()).contains("100.000");
    assertThat(lines[lines.length - 1].strip()).doesNotContain("còn");
    assertThat(lines[lines.length - 1].replace("\n", "").length())
        .isGreaterThanOrEqualTo(lines[lines.length - 2].length());
  }

  @Test
  void a_log_gets_whole_lines_and_only_now_and_then() {
    var progress = progress(false);
    progress.begin("Nhập", 1_000);
    for (var i = 0; i < 1_000; i++) {
      clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(10));
      progress.advance();
    }
    progress.end();

    assertThat(text()).doesNotContain("\r");
    assertThat(text().lines()).hasSize(3);
  }

  @Test
  void a_step_without_pieces_is_done_at_once() {
    var progress = progress(true);
    progress.begin("Không có gì", 0);
    progress.end();
    assertThat(text()).contains("100 %");
  }

  private Progress progress(boolean terminal) {
    return new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, clock::get);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
