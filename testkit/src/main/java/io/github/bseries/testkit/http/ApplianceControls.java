// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.testkit.ApiNamespace;
import io.github.bseries.testkit.CommandAnswer;
import io.github.bseries.testkit.SimulatedAppliance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the control API does to one appliance. */
final class ApplianceControls {

  private static final Map<String, Boolean> POWER = new TreeMap<>(Map.of("on", true, "off", false));

  private static final Map<String, FailoverRole> ROLES =
      new TreeMap<>(Map.of("primary", FailoverRole.PRIMARY, "backup", FailoverRole.BACKUP));

  private ApplianceControls() {}

  static void power(SimulatedAppliance appliance, JsonFields fields) {
    boolean on = fields.choice("power", POWER);
    fields.end();
    if (on) {
      appliance.powerOn();
    } else {
      appliance.powerOff();
    }
  }

  /** Presses Become Primary or Become Backup. */
  static CommandAnswer role(SimulatedAppliance appliance, JsonFields fields) {
    FailoverRole wanted = fields.choice("role", ROLES);
    boolean dataSyncFirst = fields.flag("dataSyncFirst", false);
    boolean force = fields.flag("force", false);
    fields.end();
    return appliance.failoverPage().become(wanted, dataSyncFirst, force);
  }

  /** Reads all settings before it changes one: a wrong one leaves all as they were. */
  static void settings(
      SimulatedPairServer server, SimulatedAppliance appliance, JsonFields fields) {
    List<Runnable> changes = new ArrayList<>();
    readApi(server, appliance, fields, changes);
    readMachine(appliance, fields, changes);
    BackupSettings saved = backupSettings(appliance.failoverPage().backupSettings(), fields);
    if (!saved.equals(appliance.failoverPage().backupSettings())) {
      changes.add(() -> appliance.failoverPage().save(saved));
    }
    fields.end();
    changes.forEach(Runnable::run);
  }

  private static void readApi(
      SimulatedPairServer server,
      SimulatedAppliance appliance,
      JsonFields fields,
      List<Runnable> changes) {
    var api = appliance.api();
    if (fields.has("xmlApi")) {
      boolean on = fields.flag("xmlApi", true);
      changes.add(on ? api::switchXmlApiOn : api::switchXmlApiOff);
    }
    if (fields.has("rateLimited")) {
      boolean limited = fields.flag("rateLimited", false);
      changes.add(() -> api.changeSettings(it -> it.rateLimited(limited)));
    }
    ApiNamespace namespace =
        fields.choiceOrNull("namespace", PairState.byWord(ApiNamespace.values()));
    if (namespace != null) {
      changes.add(() -> api.changeSettings(it -> it.namespace(namespace)));
    }
    CertificateKind kind =
        fields.choiceOrNull("certificate", PairState.byWord(CertificateKind.values()));
    if (kind != null) {
      changes.add(() -> server.present(appliance, kind));
    }
  }

  private static void readMachine(
      SimulatedAppliance appliance, JsonFields fields, List<Runnable> changes) {
    if (fields.has("sharedIp")) {
      boolean enabled = fields.flag("sharedIp", true);
      changes.add(enabled ? appliance::enableSharedIp : appliance::disableSharedIp);
    }
    if (fields.has("errorMessage")) {
      String words = fields.text("errorMessage", "");
      changes.add(words.isEmpty() ? appliance::recovers : () -> appliance.ails(words));
    }
    if (fields.has("clockSkew")) {
      Duration skew = fields.anySpan("clockSkew", Duration.ZERO);
      changes.add(() -> appliance.clockSkew(skew));
    }
    if (fields.has("version")) {
      String version = fields.version("version");
      changes.add(() -> appliance.upgrade(version));
    }
  }

  private static BackupSettings backupSettings(BackupSettings now, JsonFields fields) {
    List<IpAddress> ips = fields.addresses("testIps");
    return new BackupSettings(
        fields.flag("backupOperations", now.backupOperations()),
        spanOrNone("primaryTimeout", now.primarySiteInstanceTimeout(), fields),
        spanOrNone("dataSyncInterval", now.automaticDataSyncInterval(), fields),
        now.dataSyncBandwidthLimit(),
        fields.flag("automaticFailover", now.automaticFailover()),
        ips == null ? now.networkConnectivityTestIps() : ips,
        now.sharedIps());
  }

  /** Reads a span; one of zero means that there is none. */
  private static @Nullable Duration spanOrNone(
      String name, @Nullable Duration now, JsonFields fields) {
    if (!fields.has(name)) {
      return now;
    }
    Duration span = fields.span(name, Duration.ZERO);
    return span.isZero() ? null : span;
  }
}
