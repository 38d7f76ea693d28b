package vn.sen.lending.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sen.chassis.domain.RuleViolation;

/** Whatever bytes come, they are taken or refused, line by line, and nothing else happens. */
class LineReaderProperties {

  @Property(tries = 500)
  void anyBytesAreRefusedOrReadAsLines(
      @ForAll("texts") FileFormat format, @ForAll("bytes") byte[] file) {
    assertThat(read(format, file)).isLessThanOrEqualTo(lines(file));
  }

  @Property(tries = 500)
  void aSpoiltFileIsRefusedOrReadAsLines(
      @ForAll("texts") FileFormat format, @ForAll("spoils") List<Spoil> spoils) {
    var file = valid(format);
    for (var spoil : spoils) {
      file = spoil.of(file);
    }
    assertThat(read(format, file)).isLessThanOrEqualTo(lines(file));
  }

  @Property(tries = 100)
  void whatIsReadDoesNotDependOnHowTheBytesArrive(
      @ForAll("texts") FileFormat format, @ForAll long seed) {
    var file = valid(format);
    var random = new Random(seed);
    var slow =
        new ByteArrayInputStream(file) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, 1 + random.nextInt(Math.min(length, 37)));
          }
        };
    var read = new ArrayList<ReadLine>();
    try (var source = format.lines(slow, LineMother.SPOOL)) {
      var reader = new LineReader(source, LineMother.AS_OF, identity -> identity);
      for (var line = reader.next(); line != null; line = reader.next()) {
        read.add(line);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(read).hasSize(5).allMatch(ReadLine.Good.class::isInstance);
  }

  /** How many lines came out; -1 where the file is refused as a whole. */
  private static long read(FileFormat format, byte[] file) {
    try {
      var lines = LineMother.read(format, file);
      assertThat(lines).extracting(ReadLine::number).isSorted().doesNotHaveDuplicates();
      return lines.size();
    } catch (RuleViolation refusal) {
      assertThat(refusal.status()).isBetween(400, 499);
      return -1;
    }
  }

  private static long lines(byte[] file) {
    long lines = 1;
    for (byte b : file) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static byte[] valid(FileFormat format) {
    var text = new StringBuilder(format == FileFormat.CSV ? LineMother.HEADING + "\n" : "");
    for (int i = 0; i < 5; i++) {
      var identity = "05418001234" + i;
      text.append(
              format == FileFormat.CSV
                  ? LineMother.csv("L-" + i, identity, i)
                  : LineMother.json("L-" + i, identity, i))
          .append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  @Provide
  Arbitrary<FileFormat> texts() {
    return Arbitraries.of(FileFormat.NDJSON, FileFormat.CSV);
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(2_000);
  }

  @Provide
  Arbitrary<List<Spoil>> spoils() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, 10_000),
            Arbitraries.integers().between(0, 300),
            Arbitraries.bytes())
        .as(Spoil::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  enum Kind {
    CHANGED,
    INSERTED,
    LEFT_OUT,
    REPEATED,
    CUT_OFF
  }

  /** Something that happens to a file on its way. */
  record Spoil(Kind kind, int place, int length, byte with) {
    byte[] of(byte[] file) {
      if (file.length == 0) {
        return file;
      }
      int from = place % file.length;
      int to = Math.min(file.length, from + length);
      var out = new ByteArrayOutputStream();
      out.write(file, 0, from);
      switch (kind) {
        case CHANGED -> out.write(with);
        case INSERTED -> {
          out.write(with);
          out.write(file[from]);
        }
        case LEFT_OUT, CUT_OFF -> {
          // nothing in its place
        }
        case REPEATED -> {
          out.write(file, from, to - from);
          out.write(file, from, to - from);
        }
      }
      if (kind != Kind.CUT_OFF) {
        int next =
            switch (kind) {
              case CHANGED, INSERTED -> from + 1;
              default -> to;
            };
        out.write(file, next, file.length - next);
      }
      return out.toByteArray();
    }
  }
}
