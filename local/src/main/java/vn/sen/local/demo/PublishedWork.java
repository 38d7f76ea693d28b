package vn.sen.local.demo;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * What the article states of cadres and of Project 8.
 *
 * @param chairsInSoftware percent of the communes' chairs
 * @param cadresInGenderEquality percent of all cadres
 */
record PublishedWork(
    BigDecimal chairsInSoftware,
    BigDecimal cadresInGenderEquality,
    long communicationTeams,
    long leadersOfChange,
    long newTrustedAddresses,
    long dialogues) {

  static PublishedWork of(JsonNode article) {
    var training = article.required("training");
    var project = article.required("project_8");
    return new PublishedWork(
        percent(training, "commune_chairs_proficient_in_member_software_percent"),
        percent(training, "cadres_trained_in_gender_equality_communication_percent"),
        project.required("community_communication_teams").asLong(),
        project.required("leaders_of_change_clubs").asLong(),
        project.required("trusted_addresses_newly_established").asLong(),
        project.required("commune_level_policy_dialogues").asLong());
  }

  private static BigDecimal percent(JsonNode of, String field) {
    return new BigDecimal(of.required(field).asString());
  }
}
