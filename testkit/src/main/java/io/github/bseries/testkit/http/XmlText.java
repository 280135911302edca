// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.LastDataSync;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answers in XML, with the blank lines and the wild indentation of the recorded ones.
 *
 * @source W-RAGMOB (recorded answers), W-AXON (line ends after an error)
 */
final class XmlText {

  private static final String NAMESPACE = "http://www.bomgar.com/namespaces/API/command";
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n";

  private XmlText() {}

  /** Returns the document that says what an appliance says of itself. */
  static String health(ApplianceHealth health) {
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

  /** Returns the document by which a command says yes. */
  static String success(String text) {
    return document("success", escaped(text));
  }

  /** Returns the document by which a command says no. */
  static String error(String text) {
    return document("error", escaped(text));
  }

  private static String document(String root, String content) {
    return DECLARATION
        + "<"
        + root
        + " xmlns=\""
        + NAMESPACE
        + "\">"
        + content
        + "</"
        + root
        + ">\n\n\n";
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
