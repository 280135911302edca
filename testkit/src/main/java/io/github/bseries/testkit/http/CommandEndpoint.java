// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.AccountPermissions;
import io.github.bseries.testkit.AssumedBehaviour;
import io.github.bseries.testkit.Assumptions;
import io.github.bseries.testkit.CommandAnswer;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedAppliance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The commands.
 *
 * @source D-CMD (GET or POST; no multipart), D-HEALTH, D-ROLE, D-INFO, D-APPL, D-CLIENTS, W-CLOUD
 *     ({@code Invalid action}); assumed: the words about parameters, and about multipart; the form
 *     of an answer to {@code set_failover_role}, a switch
 */
final class CommandEndpoint implements Endpoint {

  /** The types by which clients can be asked for. */
  private static final Set<String> CLIENT_FILTERS =
      Set.of("representative", "support_customer", "presentation_attendee", "push_agent");

  /** The permissions of the recording that nothing here stands behind. */
  private static final List<String> OTHER_PERMISSIONS =
      List.of(
          "perm_reporting_support",
          "perm_reporting_presentation",
          "perm_reporting_license",
          "perm_reporting_archive",
          "perm_real_time_state",
          "perm_ecm",
          "perm_scim");

  @Override
  public Set<String> methods() {
    return Set.of("GET", "POST");
  }

  @Override
  public boolean needsToken() {
    return true;
  }

  @Override
  public Answer answer(Arrival arrival) {
    if (arrival.call().isMultipart()) {
      return refused(arrival, "Multipart requests are not supported.");
    }
    XmlText xml = arrival.xml();
    SimulatedAppliance appliance = arrival.appliance();
    return switch (arrival.call().kind()) {
      case CHECK_HEALTH -> Answer.xml(xml.health(appliance.checkHealth()));
      case SET_FAILOVER_ROLE -> setFailoverRole(arrival);
      case GET_API_INFO -> apiInformation(arrival);
      case GET_APPLIANCES -> Answer.xml(xml.appliances(appliance.listAppliances()));
      case GET_CONNECTED_CLIENT_LIST -> connectedClients(arrival);
      default -> refused(arrival, "Invalid action");
    };
  }

  private static Answer setFailoverRole(Arrival arrival) {
    Map<String, String> parameters = arrival.call().parameters();
    String role = parameters.getOrDefault("role", "");
    if (!role.equals("primary") && !role.equals("backup")) {
      return roleAnswer(arrival, "error", "Invalid role").notCarriedOut();
    }
    for (String name : List.of("data_sync_first", "force")) {
      if (!parameters.getOrDefault(name, "0").matches("[01]")) {
        return roleAnswer(arrival, "error", "Invalid " + name).notCarriedOut();
      }
    }
    CommandAnswer answer =
        arrival
            .appliance()
            .setFailoverRole(
                FailoverRole.ofLiteral(role),
                "1".equals(parameters.get("data_sync_first")),
                "1".equals(parameters.get("force")));
    return roleAnswer(arrival, answer.isAccepted() ? "success" : "error", answer.text());
  }

  private static Answer roleAnswer(Arrival arrival, String element, String text) {
    Assumptions assumptions = arrival.pair().assumptions();
    boolean stopped = !assumptions.include(AssumedBehaviour.ROLE_ANSWER_WITHOUT_STOP);
    String words = stopped || !text.endsWith(".") ? text : text.substring(0, text.length() - 1);
    XmlText xml = arrival.xml();
    return Answer.xml(
        assumptions.include(AssumedBehaviour.ROLE_ANSWER_IN_A_FRAME)
            ? xml.within("set_failover_role", element, words)
            : xml.plain(element, words));
  }

  private static Answer apiInformation(Arrival arrival) {
    SimulatedAccount account = arrival.account();
    AccountPermissions held = account == null ? AccountPermissions.ALL : account.permissions();
    Map<String, String> permissions = new LinkedHashMap<>();
    permissions.put("perm_command", held.command().literal());
    permissions.put("perm_backup", held.backup() ? "1" : "0");
    OTHER_PERMISSIONS.forEach(name -> permissions.put(name, "0"));
    return Answer.xml(
        arrival
            .xml()
            .apiInformation(
                arrival.appliance().api().settings(), arrival.appliance().clock(), permissions));
  }

  private static Answer connectedClients(Arrival arrival) {
    Map<String, String> parameters = arrival.call().parameters();
    XmlText xml = arrival.xml();
    SimulatedAppliance appliance = arrival.appliance();
    if (appliance.failoverRole() == FailoverRole.BACKUP
        && arrival.pair().assumptions().include(AssumedBehaviour.BACKUP_REFUSES_LIST)) {
      return Answer.xml(xml.errorIn("connected_client_list", "This site instance is backup."))
          .notCarriedOut();
    }
    String summaryOnly = parameters.getOrDefault("summary_only", "0");
    List<String> types = new ArrayList<>();
    for (String type : parameters.getOrDefault("type", "all").split(",", -1)) {
      if (!type.equals("all") && !CLIENT_FILTERS.contains(type)) {
        return Answer.xml(xml.errorIn("connected_client_list", "Invalid type")).notCarriedOut();
      }
      types.add(type);
    }
    if (!summaryOnly.matches("[01]")) {
      return Answer.xml(xml.errorIn("connected_client_list", "Invalid summary_only"))
          .notCarriedOut();
    }
    Map<String, Integer> counts = new LinkedHashMap<>(appliance.api().connectedClients());
    if (!types.contains("all")) {
      counts.keySet().retainAll(types);
    }
    String clients = summaryOnly.equals("1") ? "" : clients(counts);
    String id = appliance.id().value();
    return Answer.xml(xml.connectedClients(id, counts, clients));
  }

  /** Lists as many as were counted; their ids mean nothing. */
  private static String clients(Map<String, Integer> counts) {
    StringBuilder xml = new StringBuilder();
    counts.forEach(
        (type, count) -> {
          for (int i = 1; i <= count; i++) {
            xml.append("\t<connected_client type=\"").append(type).append("\" id=\"");
            xml.append(type).append('-').append(i).append("\"/>\n");
          }
        });
    return xml.toString();
  }

  private static Answer refused(Arrival arrival, String text) {
    return Answer.xml(arrival.xml().error(text)).notCarriedOut();
  }
}
