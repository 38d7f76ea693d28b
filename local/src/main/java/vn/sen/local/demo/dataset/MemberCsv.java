package vn.sen.local.demo.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The people as the file that the member import takes, made piece by piece so that it never stands
 * whole in memory.
 */
public final class MemberCsv implements Iterable<byte[]> {

  public static final int PEOPLE_PER_PIECE = 1_000;

  private final People people;

  public MemberCsv(People people) {
    this.people = people;
  }

  /** The file's length in bytes, found by making it once. */
  public long length() {
    var length = 0L;
    for (var piece : this) {
      length += piece.length;
    }
    return length;
  }

  @Override
  public Iterator<byte[]> iterator() {
    return new Iterator<>() {
      private int next = -1;

      @Override
      public boolean hasNext() {
        return next < people.size();
      }

      @Override
      public byte[] next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        var text = new StringWriter(PEOPLE_PER_PIECE * 140);
        var csv = CsvWriter.builder().bufferSize(0).build(text);
        if (next < 0) {
          csv.writeRecord(
              "unitCode",
              "fullName",
              "birthDate",
              "birthYear",
              "identityNumber",
              "phone",
              "ethnicity",
              "religion",
              "memberType",
              "joinedOn",
              "joinKind",
              "externalRef");
          next = 0;
        }
        var end = Math.min(people.size(), next + PEOPLE_PER_PIECE);
        for (; next < end; next++) {
          write(csv, people.person(next));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  private static void write(CsvWriter csv, Person person) {
    var birthDate = person.birthDate();
    csv.writeRecord(
        person.branch().key().code(),
        person.fullName(),
        birthDate == null ? "" : birthDate.toString(),
        birthDate == null ? Integer.toString(person.birthYear()) : "",
        orEmpty(person.identityNumber()),
        orEmpty(person.phone()),
        person.ethnicity(),
        orEmpty(person.religion()),
        "ORDINARY",
        person.joinedOn().toString(),
        person.joinKind().name(),
        person.ref());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
