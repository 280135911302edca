// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.LastDataSync;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a value of a health on the wire, or says why there is none in it.
 *
 * <p>Without its id, its success or its role nothing can be decided by a health; the rest may be
 * missing.
 */
final class HealthMapper {

  private HealthMapper() {}

  static XmlAnswer<ApplianceHealth> map(HealthCheckXml xml) {
    try {
      String id =
          theOne("appliance id", xml.appliances.stream().map(one -> orEmpty(one.id)).toList());
      String version = theOnly(trimmed(xml.versions));
      return new XmlAnswer.Understood<>(
          new ApplianceHealth(
              new ApplianceId(id),
              trimmed(xml.appliances.get(0).hostName),
              version == null ? null : ApplianceVersion.parse(version),
              success(theOne("success", xml.successes)),
              trimmed(xml.errorMessages),
              FailoverRole.ofLiteral(theOne("failover_role", xml.failoverRoles)),
              trimmed(xml.enabledSharedIps),
              lastDataSync(xml)));
    } catch (IllegalArgumentException e) {
      return new XmlAnswer.NotUnderstood<>("in the health, " + e.getMessage());
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String theOne(String element, List<String> texts) {
    List<String> distinct = texts.stream().map(String::strip).distinct().toList();
    if (distinct.size() == 1) {
      return distinct.get(0);
    }
    throw new IllegalArgumentException(
        element
            + (distinct.isEmpty()
                ? " is missing"
                : " is told twice: " + Words.quoted(String.join(", ", distinct))));
  }

  /** What may be missing is missing as well where it is told in two ways. */
  private static <T> @Nullable T theOnly(List<T> told) {
    return told.stream().distinct().count() == 1 ? told.get(0) : null;
  }

  /** A moment as it is told: two of them are the same if both forms are. */
  private record Time(@Nullable String ts, @Nullable String text) {

    static Time of(HealthCheckXml.TimeXml xml) {
      return new Time(trimmed(xml.ts), trimmed(xml.text));
    }
  }

  private static boolean success(String text) {
    return switch (text) {
      case "1" -> true;
      case "0" -> false;
      default ->
          throw new IllegalArgumentException(
              "success is " + Words.quoted(text) + ", must be 1 or 0");
    };
  }

  private static @Nullable LastDataSync lastDataSync(HealthCheckXml xml) {
    Time time = theOnly(xml.lastDataSyncTimes.stream().map(Time::of).toList());
    String text = time == null ? null : time.text;
    String ts = time == null ? null : time.ts;
    String status = theOnly(trimmed(xml.lastDataSyncStatuses));
    Instant moment = WireTime.ofUnixSeconds(ts);
    if (moment == null) {
      moment = WireTime.ofIso(text);
    }
    String shown = text == null ? ts : text;
    return moment == null && shown == null && status == null
        ? null
        : new LastDataSync(moment, shown, status);
  }

  private static @Nullable String trimmed(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static List<String> trimmed(List<String> texts) {
    return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }
}
