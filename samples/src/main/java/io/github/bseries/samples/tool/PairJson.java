// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.CertificatePin;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.AssessmentReason;
import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairAssessment;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.SideCertificates;
import io.github.bseries.core.pair.SiteObservation;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the tool saw, as JSON. What an appliance left out is left out here too. */
final class PairJson {

  private PairJson() {}

  static JsonObjectBuilder of(PairSnapshot snapshot) {
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("layout", snapshot.layout().name())
            .add("primary", of(snapshot.primary()))
            .add("backup", of(snapshot.backup()));
    SiteObservation site = snapshot.site();
    if (site != null) {
      object.add("site", of(site));
    }
    return object;
  }

  static JsonObjectBuilder of(SiteObservation site) {
    JsonObjectBuilder object = Json.createObjectBuilder().add("name", site.siteName());
    site.answeredBy().ifPresent(id -> object.add("answeredBy", id.value()));
    return object.addAll(of(site.observation()));
  }

  static JsonObjectBuilder of(Observation observation) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    observation.fold(
        seen -> {
          object.add("observation", "seen").add("at", seen.at().toString());
          add(object, "applianceClock", seen.applianceClock());
          return object.addAll(of(seen.applianceHealth()));
        },
        unreadable ->
            object
                .add("observation", "unreadable")
                .add("at", unreadable.at().toString())
                .add("reason", unreadable.reason()),
        silent ->
            object
                .add("observation", "silent")
                .add("at", silent.at().toString())
                .add("reason", silent.reason()));
    return object;
  }

  private static JsonObjectBuilder of(ApplianceHealth health) {
    JsonObjectBuilder object = Json.createObjectBuilder().add("id", health.applianceId().value());
    add(object, "hostName", health.hostName());
    add(object, "version", health.version());
    object
        .add("success", health.success())
        .add("failoverRole", health.failoverRole().literal())
        .add("errorMessages", array(health.errorMessages()))
        .add("enabledSharedIps", array(health.enabledSharedIps()));
    LastDataSync sync = health.lastDataSync();
    if (sync != null) {
      JsonObjectBuilder told = Json.createObjectBuilder();
      add(told, "time", sync.time());
      add(told, "timeText", sync.timeText());
      add(told, "status", sync.status());
      object.add("lastDataSync", told);
    }
    return object;
  }

  static JsonObjectBuilder of(CertificateComparison certificates) {
    return Json.createObjectBuilder()
        .add("siteName", certificates.siteName())
        .add("forSite", certificates.forSite().name())
        .add("withoutName", certificates.withoutName().name())
        .add("primary", of(certificates.primary()))
        .add("backup", of(certificates.backup()));
  }

  private static JsonObjectBuilder of(SideCertificates side) {
    return Json.createObjectBuilder()
        .add("forSite", of(side.forSite()))
        .add("withoutName", of(side.withoutName()));
  }

  private static JsonObjectBuilder of(CertificateLook look) {
    return look.fold(
        shown ->
            Json.createObjectBuilder()
                .add("at", shown.at().toString())
                .add("fingerprint", shown.own().fingerprint().value())
                .add("publicKey", CertificatePin.ofPublicKey(shown.own().publicKey()).toString())
                .add("issuedTo", shown.own().issuedTo())
                .add("issuedBy", shown.own().issuedBy())
                .add("alternativeNames", array(shown.own().alternativeNames()))
                .add("validUntil", shown.validUntil().toString())
                .add("chainEnd", shown.end().name()),
        failed ->
            Json.createObjectBuilder()
                .add("at", failed.at().toString())
                .add("failure", failed.failure().name())
                .add("reason", failed.reason()));
  }

  static JsonObjectBuilder of(PairAssessment assessment) {
    return Json.createObjectBuilder()
        .add("state", assessment.state().name())
        .add("gravity", assessment.gravity().name())
        .add("exposure", assessment.exposure().summary())
        .add(
            "reasons",
            array(assessment.reasons().stream().map(AssessmentReason::sentence).toList()));
  }

  static JsonObject parsed(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  static JsonArrayBuilder array(Collection<String> texts) {
    return Json.createArrayBuilder(texts);
  }

  private static void add(JsonObjectBuilder object, String member, @Nullable Object value) {
    if (value != null) {
      object.add(member, value.toString());
    }
  }

  static String line(JsonObjectBuilder object) {
    JsonObject built = object.build();
    return built.toString();
  }
}
