// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ConnectedClients;
import io.github.bseries.core.pair.SiteAppliance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of what an appliance tells of its API and of its site, or says why there is none.
 * What contradicts itself is no value.
 */
final class SiteMapper {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern SECONDS = Pattern.compile("[+-]?[0-9]{1,6}");

  private SiteMapper() {}

  static XmlAnswer<ApiInformation> map(ApiInformationXml xml) {
    Map<String, String> permissions = new LinkedHashMap<>();
    for (ApiInformationXml.PermissionXml each : xml.permissions) {
      String name = trimmed(each.name);
      String value = each.value == null ? "" : each.value.strip();
      // One without a name can be asked for by nobody.
      String before = name == null ? null : permissions.putIfAbsent(name, value);
      if (before != null && !before.equals(value)) {
        return new XmlAnswer.NotUnderstood<>(
            "the permission " + Words.quoted(String.valueOf(name)) + " is told twice");
      }
    }
    String version = trimmed(xml.apiVersion);
    if (version == null && permissions.isEmpty()) {
      return new XmlAnswer.NotUnderstood<>("it tells neither a version nor permissions");
    }
    return new XmlAnswer.Understood<>(
        new ApiInformation(
            version,
            trimmed(xml.companyName),
            WireTime.ofUnixSeconds(trimmed(xml.timestamp)),
            permissions));
  }

  static XmlAnswer<List<SiteAppliance>> map(AppliancesXml xml) {
    List<SiteAppliance> appliances = new ArrayList<>();
    Set<ApplianceId> known = new HashSet<>();
    try {
      for (AppliancesXml.ListedXml each : xml.appliances) {
        SiteAppliance appliance = map(each);
        if (!known.add(appliance.id())) {
          throw new IllegalArgumentException("appliance " + appliance.id() + " is listed twice");
        }
        appliances.add(appliance);
      }
    } catch (IllegalArgumentException e) {
      return new XmlAnswer.NotUnderstood<>("in the list of appliances, " + e.getMessage());
    }
    return appliances.isEmpty()
        ? new XmlAnswer.NotUnderstood<>("it lists no appliance, not even the one that was asked")
        : new XmlAnswer.Understood<>(List.copyOf(appliances));
  }

  private static SiteAppliance map(AppliancesXml.ListedXml xml) {
    return new SiteAppliance(
        id(xml.id),
        trimmed(xml.name),
        trimmed(xml.publicHostName),
        only("cluster_role", xml.clusterRoles),
        only("failover_role", xml.failoverRoles),
        flag(trimmed(xml.acceptingConnections)),
        seconds(trimmed(xml.timezoneOffset)));
  }

  static XmlAnswer<ConnectedClients> map(ConnectedClientsXml xml) {
    List<ConnectedClientsXml.SummaryXml> summaries = xml.summaries;
    if (summaries == null) {
      return new XmlAnswer.NotUnderstood<>("it has no summary of the clients");
    }
    try {
      List<ConnectedClients.Count> counts = summaries.stream().map(SiteMapper::map).toList();
      if (counts.stream().map(ConnectedClients.Count::applianceId).distinct().count()
          < counts.size()) {
        throw new IllegalArgumentException("an appliance is counted twice");
      }
      List<ConnectedClients.Client> clients =
          xml.clients.stream()
              .map(each -> new ConnectedClients.Client(trimmed(each.type), trimmed(each.id)))
              .toList();
      return new XmlAnswer.Understood<>(new ConnectedClients(counts, clients));
    } catch (IllegalArgumentException e) {
      return new XmlAnswer.NotUnderstood<>("in the list of clients, " + e.getMessage());
    }
  }

  private static ConnectedClients.Count map(ConnectedClientsXml.SummaryXml xml) {
    Map<String, Integer> byType = new LinkedHashMap<>();
    for (ConnectedClientsXml.CountXml each : xml.counts) {
      String type = trimmed(each.type);
      String number = trimmed(each.number);
      if (type == null || number == null || !NUMBER.matcher(number).matches()) {
        throw new IllegalArgumentException(
            "the count of "
                + Words.quoted(String.valueOf(type))
                + " is "
                + Words.quoted(String.valueOf(number))
                + ", must be a number of a type");
      }
      if (byType.put(type, Integer.valueOf(number)) != null) {
        throw new IllegalArgumentException("the type " + Words.quoted(type) + " is counted twice");
      }
    }
    return new ConnectedClients.Count(id(xml.id), byType);
  }

  private static ApplianceId id(@Nullable String text) {
    return new ApplianceId(text == null ? "" : text.strip());
  }

  /** A role that is told in two ways is no role, and one of them must not win unseen. */
  private static @Nullable String only(String element, List<String> texts) {
    List<String> told = texts.stream().map(String::strip).filter(t -> !t.isEmpty()).toList();
    if (told.stream().distinct().count() > 1) {
      throw new IllegalArgumentException(
          element + " is told twice: " + Words.quoted(String.join(", ", told)));
    }
    return told.isEmpty() ? null : told.get(0);
  }

  private static @Nullable Boolean flag(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "1" -> Boolean.TRUE;
      case "0" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static @Nullable Duration seconds(@Nullable String text) {
    return text == null || !SECONDS.matcher(text).matches()
        ? null
        : Duration.ofSeconds(Long.parseLong(text));
  }

  private static @Nullable String trimmed(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
