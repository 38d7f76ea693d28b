package vn.sen.membership.cadre;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.membership.MembershipService;

/** A commune, a title of which it has a seat, and members of its branch. */
abstract class CadreService extends MembershipService {

  static final String TITLES = "/api/membership/titles";
  static final String POSTS = "/api/membership/posts";
  static final String PEOPLE = "/api/membership/people";

  String province;
  String commune;
  String branch;

  @BeforeEach
  void givenACommune() {
    province = province();
    commune = commune(province);
    branch = branch(commune);
  }

  /** A title with so many seats at each commune. */
  String title(int seats) {
    var body =
        Map.of(
            "code",
            "CT-" + freshCode(),
            "name",
            "Chủ tịch Hội",
            "seats",
            List.of(Map.of("level", "COMMUNE", "seats", seats)),
            "from",
            "2000-01-01");
    return id(client.post(TITLES, json(body)).expect(201));
  }

  String member(String name) {
    var body =
        Map.of("unitId", branch, "fullName", name, "birthYear", 1980, "joinedOn", "2010-03-08");
    return id(client.post(MEMBERS, json(body)).expect(201));
  }

  static String post(String unit, String title) {
    return POSTS + "/" + unit + "/" + title;
  }

  Answer appoint(String unit, String title, String person, String from) {
    var path = post(unit, title);
    long version = client.get(path).expect(200).json().path("version").asLong();
    return client.post(
        path + "/terms", json(Map.of("personId", person, "from", from)), version(version));
  }

  /** The posts of a title at a unit and below it on a day. */
  List<JsonNode> posts(String unit, String title, String day, String show) {
    var asked = "?unitId=%s&titleId=%s&at=%s&show=%s".formatted(unit, title, day, show);
    return client.get(POSTS + asked).expect(200).json().path("items").valueStream().toList();
  }

  /** Names of those who hold a title at a unit on a day. */
  List<String> inPost(String unit, String title, String day) {
    return posts(unit, title, day, "ALL").stream()
        .flatMap(post -> post.path("terms").valueStream())
        .map(term -> term.path("name").asString())
        .toList();
  }
}
