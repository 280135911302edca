// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.xml.CommandAnswers;
import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.ConnectedClients;
import io.github.bseries.core.pair.SiteAppliance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands that tell of the API and of the site: {@code get_api_info}, {@code get_appliances},
 * {@code get_connected_client_list}. Texts of the appliance may repeat what it was sent, so secrets
 * are taken out of them.
 *
 * @source D-INFO, D-APPL, D-CLIENTS
 */
final class SiteCalls {

  private final Answers answers;
  private final ReadCommand<ApiInformation> apiInformation;
  private final ReadCommand<List<SiteAppliance>> appliances;
  private final ReadCommand<ConnectedClients> connectedClients;

  SiteCalls(ReadCommand.Means means) {
    this.answers = means.answers();
    this.apiInformation =
        new ReadCommand<>(
            "get_api_info", "information on the API", means, CommandAnswers::apiInformation);
    this.appliances =
        new ReadCommand<>(
            "get_appliances", "list of appliances", means, CommandAnswers::appliances);
    this.connectedClients =
        new ReadCommand<>(
            "get_connected_client_list",
            "list of clients",
            means,
            CommandAnswers::connectedClients);
  }

  ApiInformation apiInformation() {
    ApiInformation told = apiInformation.ask().value();
    Map<String, String> permissions = new LinkedHashMap<>();
    told.permissions()
        .forEach((name, value) -> permissions.put(answers.hide(name), answers.hide(value)));
    return new ApiInformation(
        shown(told.apiVersion()), shown(told.companyName()), told.serverTime(), permissions);
  }

  List<SiteAppliance> appliances() {
    return appliances.ask().value().stream().map(this::shown).toList();
  }

  ConnectedClients connectedClients(boolean countsOnly) {
    Map<String, String> parameters = countsOnly ? Map.of("summary_only", "1") : Map.of();
    ConnectedClients told = connectedClients.ask(parameters).value();
    return new ConnectedClients(
        told.counts().stream().map(this::shown).toList(),
        told.clients().stream()
            .map(each -> new ConnectedClients.Client(shown(each.type()), shown(each.id())))
            .toList());
  }

  private SiteAppliance shown(SiteAppliance told) {
    return new SiteAppliance(
        told.id(),
        shown(told.name()),
        shown(told.publicHostName()),
        shown(told.clusterRoleText()),
        shown(told.failoverRoleText()),
        told.acceptingConnections(),
        told.timezoneOffset());
  }

  private ConnectedClients.Count shown(ConnectedClients.Count told) {
    Map<String, Integer> byType = new LinkedHashMap<>();
    told.byType().forEach((type, number) -> byType.merge(answers.hide(type), number, Integer::sum));
    return new ConnectedClients.Count(told.applianceId(), byType);
  }

  private @Nullable String shown(@Nullable String text) {
    return text == null ? null : answers.hide(text);
  }
}
