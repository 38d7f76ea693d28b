package vn.sen.local.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The platform's ids and versions of invented people, by their numbers. */
final class MemberDirectory {

  static final String SEARCHES = "/api/membership/members/searches";
  private static final int REFERENCES_OF_A_SEARCH = 200;

  private final LoadContext context;
  private final Map<Integer, Member> members = new ConcurrentHashMap<>();

  MemberDirectory(LoadContext context) {
    this.context = context;
  }

  /** A member on the platform. */
  record Member(String id, long version) {}

  /**
   * Looks people up by their references.
   *
   * @throws StepFailed if somebody is not found
   */
  void find(Collection<Integer> people) {
    var all = List.copyOf(new TreeSet<>(people));
    var batches = new ArrayList<List<Integer>>();
    for (var i = 0; i < all.size(); i += REFERENCES_OF_A_SEARCH) {
      batches.add(all.subList(i, Math.min(all.size(), i + REFERENCES_OF_A_SEARCH)));
    }
    context.progress().begin("Tìm lại hội viên (find people)", batches.size());
    context.workers().forEach(batches, context.progress(), this::findBatch);
    context.progress().end();
  }

  private void findBatch(List<Integer> people) {
    var byRef = new LinkedHashMap<String, Integer>();
    people.forEach(p -> byRef.put(context.data().people().ref(p), p));
    var answer =
        context
            .api()
            .query(
                SEARCHES,
                Map.of("externalRefs", List.copyOf(byRef.keySet()), "limit", byRef.size()));
    for (var item : answer.body().required("items")) {
      var person = byRef.remove(item.path("externalRef").asString(""));
      if (person != null) {
        put(person, new Member(item.required("id").asString(), item.required("version").asLong()));
      }
    }
    if (!byRef.isEmpty()) {
      throw new StepFailed(
          "%d people are not found, %s among them"
              .formatted(byRef.size(), byRef.keySet().iterator().next()));
    }
  }

  /** Somebody who was looked up. */
  Member get(int person) {
    var member = members.get(person);
    if (member == null) {
      throw new StepFailed("nobody was looked up as " + context.data().people().ref(person));
    }
    return member;
  }

  /** What a command has made of her. */
  void put(int person, Member member) {
    members.put(person, member);
  }
}
