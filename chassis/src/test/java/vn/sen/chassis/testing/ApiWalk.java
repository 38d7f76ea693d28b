package vn.sen.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.access.Role;
import vn.sen.events.Topic;

/**
 * Walks a service's OpenAPI document and tries every operation as somebody who may not: without a
 * token, without a role that it needs, and for a unit out of scope. A new operation fails the walk
 * until the test says how it is called.
 */
public final class ApiWalk {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final String JSON = "application/json";

  private final ServiceClient client;
  private final List<Operation> operations;

  private ApiWalk(ServiceClient client, List<Operation> operations) {
    this.client = client;
    this.operations = operations;
  }

  private record Operation(
      String method,
      String path,
      Set<Role> needs,
      String contentType,
      boolean onRecord,
      boolean open,
      String answer) {
    String key() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    /** How a list is asked for; null where it is none. */
    @Nullable Call asList() {
      return method.equals("get") && !path.contains("{") ? Call.get(path) : null;
    }
  }

  /**
   * How an operation is called for a unit's own data.
   *
   * @param path with ids of what belongs to the unit
   * @param body null for a question
   * @param headers names and values in turn
   */
  public record Call(String path, @Nullable String contentType, String body, String... headers) {

    /** A question. */
    public static Call get(String path) {
      return new Call(path, null, "");
    }

    /** A command. */
    public static Call json(String path, String body, String... headers) {
      return new Call(path, JSON, body, headers);
    }
  }

  /** Reads the operations, none of which is open to anybody. */
  public static ApiWalk of(ServiceClient client, String openApiPath) {
    return of(client, openApiPath, Set.of());
  }

  /**
   * Reads the operations.
   *
   * @param open those that answer without a token, and no others; they are left out of the walk
   */
  public static ApiWalk of(ServiceClient client, String openApiPath, Set<String> open) {
    var document = client.get(openApiPath).expect(200).json();
    var operations = new ArrayList<Operation>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey(),
                                    path.getKey(),
                                    needs(method.getValue()),
                                    contentType(method.getValue()),
                                    method.getValue().has("x-sen-audit"),
                                    method.getValue().has("x-sen-open"),
                                    answer(method.getValue())))));
    assertThat(operations).isNotEmpty();
    assertThat(operations.stream().filter(Operation::open).map(Operation::key))
        .as("operations open to anybody")
        .containsExactlyInAnyOrderElementsOf(open);
    operations.removeIf(Operation::open);
    return new ApiWalk(client, operations);
  }

  private static Set<Role> needs(JsonNode operation) {
    var roles = EnumSet.noneOf(Role.class);
    operation.path("x-sen-needs").forEach(role -> roles.add(Role.valueOf(role.asString())));
    return roles;
  }

  /** The name of what a success answers with, "" where it has none. */
  private static String answer(JsonNode operation) {
    return operation.path("responses").properties().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .flatMap(response -> response.getValue().path("content").properties().stream())
        .map(content -> content.getValue().at("/schema/$ref").asString(""))
        .findFirst()
        .orElse("");
  }

  private static String contentType(JsonNode operation) {
    return operation.at("/requestBody/content").propertyNames().stream().findFirst().orElse(JSON);
  }

  /** No operation answers without a token. */
  public ApiWalk nobodyWithoutAToken() {
    for (var operation : operations) {
      var path = operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
      send(client.asNobody(), operation.method(), new Call(path, operation.contentType(), "{}"))
          .expectProblem(401, "sign-in-needed");
    }
    return this;
  }

  /** Every operation says what it needs, and refuses whoever has only the other roles. */
  public ApiWalk nobodyWithoutTheRole() {
    for (var operation : operations) {
      assertThat(operation.needs()).as(operation.key()).isNotEmpty();
      var others = EnumSet.complementOf(EnumSet.copyOf(operation.needs()));
      if (operation.needs().contains(Role.VIEWER)) {
        others.removeAll(EnumSet.of(Role.OFFICER, Role.APPROVER, Role.ADMINISTRATOR));
      }
      if (others.isEmpty()) {
        continue;
      }
      var path = operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
      send(
              client.as(Tokens.token("stranger", null, others.toArray(Role[]::new))),
              operation.method(),
              new Call(path, operation.contentType(), "{}"))
          .expectProblem(403, "role-missing");
    }
    return this;
  }

  /**
   * No operation answers for a unit that the caller's does not cover.
   *
   * @param token of somebody with every role at another unit
   * @param calls by method and path as they stand in the document
   * @param forEverybody operations that show what belongs to no unit
   */
  public void nobodyOutOfScope(String token, Map<String, Call> calls, Set<String> forEverybody) {
    for (var operation : operations) {
      if (forEverybody.contains(operation.key())) {
        continue;
      }
      var call = calls.get(operation.key());
      assertThat(call).as("how to call " + operation.key()).isNotNull();
      send(client.as(token), operation.method(), call).expectProblem(403, "out-of-scope");
    }
  }

  /**
   * No record of a person is shown off the record: an operation that answers with more than a
   * command's outcome puts it on record, or the test says that it shows nobody.
   */
  public ApiWalk nobodyOffTheRecord(Set<String> showsNobody) {
    for (var operation : operations) {
      if (!operation.answer().endsWith("/Done") && !showsNobody.contains(operation.key())) {
        assertThat(operation.onRecord()).as(operation.key() + " is put on record").isTrue();
      }
    }
    return this;
  }

  /**
   * What says that it is put on record, is: each such operation, called by somebody who may, leaves
   * an entry.
   *
   * @param calls by method and path as they stand in the document; a list needs none
   */
  public void leavesEntries(Map<String, Call> calls) {
    var actor = UUID.randomUUID().toString();
    var reader = client.as(Tokens.token(actor, null, Role.values()));
    var expected = new TreeSet<String>();
    for (var operation : operations) {
      if (operation.onRecord()) {
        var call = calls.getOrDefault(operation.key(), operation.asList());
        assertThat(call).as("how to call " + operation.key()).isNotNull();
        var answer = send(reader, operation.method(), call);
        assertThat(answer.status()).as(operation.key() + answer.body()).isBetween(200, 299);
        expected.add(operation.key());
      }
    }
    var entries =
        PublishedRecords.where(
            Topic.AUDIT,
            record -> actor.equals(PublishedRecords.headers(record).get("ce_actor")),
            expected.size());
    assertThat(entries)
        .extracting(
            entry -> JsonMapper.shared().readTree(entry.value()).path("operation").asString())
        .containsAll(expected);
  }

  private static ServiceClient.Answer send(ServiceClient client, String method, Call call) {
    return switch (method) {
      case "get" -> client.get(call.path());
      case "put" ->
          JSON.equals(call.contentType())
              ? client.put(call.path(), call.body(), call.headers())
              : client.putFile(
                  call.path(), call.contentType() + "", call.body().getBytes(), call.headers());
      case "post" ->
          JSON.equals(call.contentType())
              ? client.post(call.path(), call.body(), call.headers())
              : client.upload(
                  call.path(), call.contentType() + "", call.body().getBytes(), call.headers());
      default -> throw new IllegalArgumentException("How is " + method + " sent?");
    };
  }
}
