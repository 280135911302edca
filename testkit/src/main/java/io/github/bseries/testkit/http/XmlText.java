// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.testkit.ApiNamespace;
import io.github.bseries.testkit.ApiSettings;
import io.github.bseries.testkit.ListedAppliance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers in XML, with the blank lines and the wild indentation of the recorded ones.
 *
 * @source W-RAGMOB (recorded answers), W-AXON (line ends after an error)
 */
final class XmlText {

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n";

  private final String namespace;

  XmlText(ApiNamespace namespace) {
    this.namespace = namespace.command();
  }

  /** Returns the document that says what an appliance says of itself. */
  String health(ApplianceHealth health) {
    StringBuilder xml = new StringBuilder();
    xml.append("\t<appliance id=\"").append(health.applianceId().value()).append("\">");
    xml.append(escaped(health.hostName())).append("</appliance>\n");
    xml.append("\t<version>").append(escaped(health.version())).append("</version>\n");
    xml.append("\t<success>").append(health.success() ? 1 : 0).append("</success>\n");
    for (String message : health.errorMessages()) {
      xml.append("\t\t<error_message>").append(escaped(message)).append("</error_message>\n");
    }
    xml.append("\t\t<failover_role>").append(health.failoverRole().literal());
    xml.append("</failover_role>\n\t\t\t");
    if (!health.enabledSharedIps().isEmpty()) {
      xml.append("<enabled_shared_ips>\n");
      for (String ip : health.enabledSharedIps()) {
        xml.append("\t\t\t\t<ip>").append(escaped(ip)).append("</ip>\n");
      }
      xml.append("\t\t\t</enabled_shared_ips>\n\n\t\t\t");
    }
    append(health.lastDataSync(), xml);
    return document("health_check", "\n" + xml);
  }

  private static void append(@Nullable LastDataSync sync, StringBuilder xml) {
    if (sync == null) {
      return;
    }
    Instant time = sync.time();
    String seconds = time == null ? "" : " ts=\"" + time.getEpochSecond() + "\"";
    xml.append("<last_data_sync_time").append(seconds).append('>');
    xml.append(escaped(sync.timeText())).append("</last_data_sync_time>\n\t\t\t");
    xml.append("<last_data_sync_status>").append(escaped(sync.status()));
    xml.append("</last_data_sync_status>\n\n\t\t\t");
  }

  /**
   * Returns the document that says what the API is, and what the account may do.
   *
   * @source W-RAGMOB, W-SNOW (the root), D-INFO, D-CHG (a version without a company)
   */
  String apiInformation(ApiSettings settings, Instant now, Map<String, String> permissions) {
    StringBuilder xml = new StringBuilder("\n");
    xml.append("\t<api_version>").append(escaped(settings.apiVersion())).append("</api_version>\n");
    if (settings.companyName() != null) {
      xml.append("\t<company_name>").append(escaped(settings.companyName()));
      xml.append("</company_name>\n");
    }
    xml.append("\t<timestamp>").append(now.getEpochSecond()).append("</timestamp>\n");
    xml.append("\t<permissions>\n");
    permissions.forEach(
        (name, value) ->
            xml.append("\t\t<permission name=\"")
                .append(name)
                .append("\">")
                .append(escaped(value))
                .append("</permission>\n"));
    return document("api_information", xml.append("\t</permissions>\n").toString());
  }

  /**
   * Returns the document that lists appliances.
   *
   * @source D-APPL; assumed: the order of the elements
   */
  String appliances(List<ListedAppliance> listed) {
    StringBuilder xml = new StringBuilder("\n");
    for (ListedAppliance each : listed) {
      xml.append("\t<appliance id=\"").append(each.id()).append("\">\n");
      append("name", each.name(), xml);
      append("public_hostname", each.publicHostName(), xml);
      append("cluster_role", each.clusterRole().literal(), xml);
      append("failover_role", each.failoverRole().literal(), xml);
      append("accepting_connections", each.acceptingConnections() ? "1" : "0", xml);
      append("timezone_offset", String.valueOf(each.timezoneOffset()), xml);
      xml.append("\t</appliance>\n");
    }
    return document("appliances", xml.toString());
  }

  private static void append(String element, String text, StringBuilder xml) {
    xml.append("\t\t<").append(element).append('>').append(escaped(text));
    xml.append("</").append(element).append(">\n");
  }

  /**
   * Returns the document that counts clients.
   *
   * @source D-CLIENTS, W-AXON
   */
  String connectedClients(String applianceId, Map<String, Integer> counts, String clients) {
    StringBuilder xml = new StringBuilder("\n\t<connected_client_summary>\n");
    xml.append("\t\t<appliance_summary id=\"").append(applianceId).append("\">\n");
    counts.forEach(
        (type, count) ->
            xml.append("\t\t\t<count type=\"")
                .append(type)
                .append("\">")
                .append(count)
                .append("</count>\n"));
    xml.append("\t\t</appliance_summary>\n\t</connected_client_summary>\n");
    return document("connected_client_list", xml.append(clients).toString());
  }

  /**
   * Returns the document by which a command that lists things says no.
   *
   * @source D-APPL, D-CLIENTS (the error is a child of the usual root)
   */
  String errorIn(String root, String text) {
    return within(root, "error", text);
  }

  /** Returns the document with this root and one element with a text in it. */
  String within(String root, String element, String text) {
    return document(root, "\n\t<" + element + ">" + escaped(text) + "</" + element + ">\n");
  }

  /** Returns the document of this element with a text. */
  String plain(String element, String text) {
    return document(element, escaped(text));
  }

  /** Returns the document by which a command says no. */
  String error(String text) {
    return plain("error", text);
  }

  private String document(String root, String content) {
    String declared = namespace.isEmpty() ? "" : " xmlns=\"" + namespace + "\"";
    return DECLARATION + "<" + root + declared + ">" + content + "</" + root + ">\n\n\n";
  }

  private static String escaped(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    String.valueOf(value == null ? "" : value)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> text.appendCodePoint(isXml(c) ? c : 0xfffd);
              }
            });
    return text.toString();
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }
}
