// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Form;
import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.client.internal.json.form.VersionForm;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation.Seen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a look that read a health. What an appliance wrote stands there as it wrote it. */
final class SeenForm {

  /** The names of the members, in the order in which they are written. */
  static final List<String> FIELDS = List.of("at", "applianceClock", "health");

  /** The names of the members of a health. */
  static final List<String> HEALTH_FIELDS =
      List.of(
          "applianceId",
          "hostName",
          "version",
          "success",
          "errorMessages",
          "failoverRole",
          "enabledSharedIps",
          "lastDataSync");

  /** The names of the members of a data sync. */
  static final List<String> DATA_SYNC_FIELDS = List.of("time", "timeText", "status");

  private static final Form<List<String>> TEXTS = Forms.listOf(Forms.ANY_TEXT);

  private SeenForm() {}

  static @Nullable Seen read(Place place) {
    ObjectReader seen = place.object(FIELDS);
    if (seen == null) {
      return null;
    }
    Instant at = seen.required("at", Forms.MOMENT);
    Instant clock = seen.optional("applianceClock", Forms.MOMENT);
    ApplianceHealth health = seen.required("health", SeenForm::health);
    return at == null || health == null ? null : seen.made(() -> new Seen(health, at, clock));
  }

  private static @Nullable ApplianceHealth health(Place place) {
    ObjectReader health = place.object(HEALTH_FIELDS);
    if (health == null) {
      return null;
    }
    ApplianceId id = health.required("applianceId", Forms.parsed(ApplianceForm::id));
    String hostName = health.optional("hostName", Forms.ANY_TEXT);
    ApplianceVersion version = health.optional("version", VersionForm::read);
    Boolean success = health.required("success", Forms.FLAG);
    List<String> errors = health.required("errorMessages", TEXTS);
    FailoverRole role = health.required("failoverRole", HistoryForm.ROLE);
    List<String> ips = health.required("enabledSharedIps", TEXTS);
    LastDataSync sync = health.optional("lastDataSync", SeenForm::dataSync);
    if (id == null || success == null || errors == null || role == null || ips == null) {
      return null;
    }
    return health.made(
        () -> new ApplianceHealth(id, hostName, version, success, errors, role, ips, sync));
  }

  private static @Nullable LastDataSync dataSync(Place place) {
    ObjectReader sync = place.object(DATA_SYNC_FIELDS);
    if (sync == null) {
      return null;
    }
    Instant time = sync.optional("time", Forms.MOMENT);
    String timeText = sync.optional("timeText", Forms.ANY_TEXT);
    String status = sync.optional("status", Forms.ANY_TEXT);
    return sync.made(() -> new LastDataSync(time, timeText, status));
  }

  static @Nullable JsonNode write(@Nullable Seen seen) {
    if (seen == null) {
      return null;
    }
    return new ObjectWriter()
        .text("at", seen.at())
        .text("applianceClock", seen.applianceClock())
        .node("health", node(seen.applianceHealth()))
        .object();
  }

  private static JsonNode node(ApplianceHealth health) {
    LastDataSync sync = health.lastDataSync();
    return new ObjectWriter()
        .text("applianceId", health.applianceId())
        .text("hostName", health.hostName())
        .node("version", VersionForm.write(health.version()))
        .flag("success", health.success())
        .texts("errorMessages", health.errorMessages())
        .text("failoverRole", HistoryForm.ROLE.word(health.failoverRole()))
        .texts("enabledSharedIps", health.enabledSharedIps())
        .node("lastDataSync", sync == null ? null : node(sync))
        .object();
  }

  private static JsonNode node(LastDataSync sync) {
    return new ObjectWriter()
        .text("time", sync.time())
        .text("timeText", sync.timeText())
        .text("status", sync.status())
        .object();
  }
}
