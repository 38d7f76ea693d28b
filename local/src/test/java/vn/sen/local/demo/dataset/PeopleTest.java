package vn.sen.local.demo.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PeopleTest {

  private static final Pattern CARD = Pattern.compile("054([13])(\\d\\d)\\d{6}");

  @Test
  void identity_numbers_fit_sex_and_birth_year_and_are_unique() {
    var seen = new HashSet<String>();
    var cards = 0;
    var oldCards = 0;
    for (var person : DatasetMother.whole(11).people()) {
      var number = person.identityNumber();
      if (number == null) {
        continue;
      }
      assertThat(seen.add(number)).as(number).isTrue();
      if (number.length() == 9) {
        oldCards++;
        continue;
      }
      cards++;
      var card = CARD.matcher(number);
      assertThat(card.matches()).as(number).isTrue();
      var century = card.group(1).equals("1") ? 1900 : 2000;
      assertThat(century + Integer.parseInt(card.group(2))).isEqualTo(person.birthYear());
    }
    assertThat(cards).isGreaterThan(100_000);
    assertThat(oldCards).isGreaterThan(10_000);
  }

  @Test
  void everybody_was_of_age_when_she_joined() {
    assertThat(DatasetMother.small(3).people())
        .allSatisfy(
            p -> {
              var birth = p.birthDate() == null ? LocalDate.of(p.birthYear(), 1, 1) : p.birthDate();
              assertThat(birth.plusYears(18)).isBeforeOrEqualTo(p.joinedOn());
              assertThat(p.birthYear()).isGreaterThan(1940);
            });
  }

  @Test
  void ethnic_minorities_live_in_the_mountainous_districts() {
    var dataset = DatasetMother.small(3);
    var hinh = new ArrayList<String>();
    var city = new HashSet<String>();
    for (var person : dataset.people()) {
      var district = DatasetMother.FACTS.unit(person.branch().commune()).parent().code();
      if (district.equals("561")) {
        hinh.add(person.ethnicity());
      } else if (district.equals("555")) {
        city.add(person.ethnicity());
      }
    }
    assertThat(hinh).contains("Ê Đê", "Kinh");
    assertThat(city).containsExactly("Kinh");
  }

  @Test
  void the_file_has_a_row_for_everybody_and_names_in_one_unicode_form() {
    // given
    var people = DatasetMother.small(4).people();
    var out = new ByteArrayOutputStream();

    // when
    new MemberCsv(people).forEach(out::writeBytes);

    // then
    var text = out.toString(StandardCharsets.UTF_8);
    assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
    var rows = CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    assertThat(rows).hasSize(people.size());
    assertThat(rows).extracting(r -> r.getField("externalRef")).doesNotHaveDuplicates();
    var expected = people.person(17);
    var row = rows.get(17);
    assertThat(row.getField("fullName")).isEqualTo(expected.fullName());
    assertThat(row.getField("unitCode")).isEqualTo(expected.branch().key().code());
    assertThat(row.getField("joinedOn")).isEqualTo(expected.joinedOn().toString());
    assertThat(rows)
        .allMatch(r -> r.getField("birthDate").isEmpty() != r.getField("birthYear").isEmpty());
  }
}
