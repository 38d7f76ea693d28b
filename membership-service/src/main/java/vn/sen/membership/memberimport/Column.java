package vn.sen.membership.memberimport;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sen.membership.naming.Names;

/**
 * The columns an import file may have, with the headings they may bear, compared without tone marks
 * and case.
 */
public enum Column {
  UNIT_CODE("unitCode", "Mã đơn vị", "Mã chi hội"),
  FULL_NAME("fullName", "Họ và tên", "Họ tên"),
  BIRTH_DATE("birthDate", "Ngày sinh"),
  BIRTH_YEAR("birthYear", "Năm sinh"),
  IDENTITY_NUMBER("identityNumber", "Số định danh", "CCCD", "Số CCCD", "CMND"),
  PHONE("phone", "Điện thoại", "Số điện thoại"),
  ETHNICITY("ethnicity", "Dân tộc"),
  RELIGION("religion", "Tôn giáo"),
  MEMBER_TYPE("memberType", "Loại hội viên"),
  JOINED_ON("joinedOn", "Ngày vào Hội"),
  JOIN_KIND("joinKind", "Hình thức vào Hội"),
  EXTERNAL_REF("externalRef", "Mã tham chiếu");

  private final String field;
  private final List<String> vietnamese;
  private final List<String> keys;

  Column(String field, String... vietnamese) {
    this.field = field;
    this.vietnamese = List.of(vietnamese);
    this.keys = Stream.concat(Stream.of(field), Arrays.stream(vietnamese)).map(Names::key).toList();
  }

  /** The name of the field in the API. */
  String field() {
    return field;
  }

  /** The heading that error lists show. */
  String heading() {
    return vietnamese.getFirst();
  }

  /** The column of a heading, or empty. */
  static Optional<Column> of(String heading) {
    var key = Names.key(heading);
    return Arrays.stream(values()).filter(c -> c.keys.contains(key)).findFirst();
  }

  /** The column whose field a JSON pointer names, or empty. */
  static Optional<Column> ofPointer(String pointer) {
    return Arrays.stream(values()).filter(c -> pointer.equals("/" + c.field)).findFirst();
  }
}
