// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.Subnet;
import io.github.bseries.core.sync.SyncCoverage;
import io.github.bseries.testkit.ApiNamespace;
import io.github.bseries.testkit.CommandAnswer;
import io.github.bseries.testkit.CommandPermission;
import io.github.bseries.testkit.RunningTime;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the control API does to one appliance. */
final class ApplianceControls {

  private static final Map<String, Boolean> POWER = new TreeMap<>(Map.of("on", true, "off", false));

  private static final Map<String, FailoverRole> ROLES =
      new TreeMap<>(Map.of("primary", FailoverRole.PRIMARY, "backup", FailoverRole.BACKUP));

  private static final Map<String, CommandPermission> COMMAND_PERMISSIONS = commandPermissions();

  // The wire has a yes or no for it; here both areas have the same words.
  private static final Map<String, Boolean> BACKUP_PERMISSIONS =
      new TreeMap<>(Map.of("deny", false, "full_access", true));

  private static final Map<String, String> KINDS_OF_DATA = kindsOfData();

  /** What somebody does on the appliance itself. What befalls it is none of it. */
  private static final List<String> BY_HAND =
      List.of(
          "automaticFailover",
          "backupOperations",
          "change",
          "dataSyncInterval",
          "primaryTimeout",
          "sharedIp",
          "testIps",
          "version");

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

  /**
   * Reads all settings before it changes one: a wrong one leaves all as they were. All are changed
   * in one moment of the pair, but for the certificate: that is a matter of the server, which must
   * not be waited for there.
   */
  static void settings(
      SimulatedPairServer server, SimulatedAppliance appliance, JsonFields fields) {
    List<Runnable> changes = new ArrayList<>();
    CertificateKind kind =
        fields.choiceOrNull("certificate", PairState.byWord(CertificateKind.values()));
    readApi(appliance, fields, changes);
    readAccount(server.pair().account(), fields, changes);
    readMachine(appliance, fields, changes);
    readData(appliance, fields, changes);
    Duration shortest = ControlLimits.shortestIntervalAt(speed(server.pair()));
    BackupSettings saved =
        backupSettings(appliance.failoverPage().backupSettings(), shortest, fields);
    if (!saved.equals(appliance.failoverPage().backupSettings())) {
      changes.add(() -> appliance.failoverPage().save(saved));
    }
    fields.endOfSome();
    checkPower(server.pair(), appliance, fields);
    if (kind != null) {
      server.present(appliance, kind); // first: it alone needs files and a port
    }
    server
        .pair()
        .atOneMoment(
            moment -> {
              changes.forEach(Runnable::run);
              return moment;
            });
  }

  /** Checks that those are on on which people have to do something for it. */
  private static void checkPower(
      SimulatedPair pair, SimulatedAppliance appliance, JsonFields fields) {
    List<SimulatedAppliance> needed = new ArrayList<>();
    if (BY_HAND.stream().anyMatch(fields::has)) {
      needed.add(appliance);
    }
    if (fields.has("mirror")) {
      needed.addAll(pair.appliances());
    }
    for (SimulatedAppliance each : needed) {
      if (!each.isOn()) {
        throw new IllegalStateException(each.label() + " is off");
      }
    }
  }

  private static void readApi(
      SimulatedAppliance appliance, JsonFields fields, List<Runnable> changes) {
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
  }

  /** Reads what the account of the site may do. Both appliances know it, so it counts at both. */
  private static void readAccount(
      SimulatedAccount account, JsonFields fields, List<Runnable> changes) {
    CommandPermission command = fields.choiceOrNull("commandPermission", COMMAND_PERMISSIONS);
    Boolean backup = fields.choiceOrNull("backupPermission", BACKUP_PERMISSIONS);
    List<Subnet> networks = fields.list("allowList", "networks, as in 127.0.0.9/32", Subnet::parse);
    if (command != null) {
      changes.add(() -> account.changePermissions(account.permissions().withCommand(command)));
    }
    if (backup != null) {
      changes.add(() -> account.changePermissions(account.permissions().withBackup(backup)));
    }
    if (networks != null) {
      String[] texts = networks.stream().map(Subnet::toString).toArray(String[]::new);
      changes.add(() -> account.allowOnlyFrom(texts));
    }
  }

  private static void readMachine(
      SimulatedAppliance appliance, JsonFields fields, List<Runnable> changes) {
    if (fields.has("sharedIp")) {
      boolean enabled = fields.flag("sharedIp", true);
      changes.add(enabled ? appliance::enableSharedIp : appliance::disableSharedIp);
    }
    List<String> messages = fields.list("errorMessages", "texts", text -> text);
    if (messages != null) {
      changes.add(
          messages.isEmpty()
              ? appliance::recovers
              : () -> appliance.ails(messages.toArray(new String[0])));
    }
    if (fields.has("clockSkew")) {
      Duration most = ControlLimits.GREATEST_SKEW;
      Duration skew = fields.span("clockSkew", most.negated(), most, Duration.ZERO);
      changes.add(() -> appliance.clockSkew(skew));
    }
    if (fields.has("version")) {
      String version = fields.version("version");
      changes.add(() -> appliance.upgrade(version));
    }
  }

  /** Reads which kind of data somebody changes, or makes what the peer has, by hand. */
  private static void readData(
      SimulatedAppliance appliance, JsonFields fields, List<Runnable> changes) {
    String changed = fields.choiceOrNull("change", KINDS_OF_DATA);
    String mirrored = fields.choiceOrNull("mirror", KINDS_OF_DATA);
    if (changed != null) {
      changes.add(() -> appliance.change(changed));
    }
    if (mirrored != null) {
      changes.add(() -> appliance.mirrorByHand(mirrored));
    }
  }

  private static BackupSettings backupSettings(
      BackupSettings now, Duration shortestInterval, JsonFields fields) {
    Duration longest = ControlLimits.LONGEST_SPAN;
    List<IpAddress> ips = fields.list("testIps", "IP addresses", IpAddress::parse);
    return new BackupSettings(
        fields.flag("backupOperations", now.backupOperations()),
        fields.spanOrNone(
            "primaryTimeout", Duration.ofNanos(1), longest, now.primarySiteInstanceTimeout()),
        fields.spanOrNone(
            "dataSyncInterval", shortestInterval, longest, now.automaticDataSyncInterval()),
        now.dataSyncBandwidthLimit(),
        fields.flag("automaticFailover", now.automaticFailover()),
        ips == null ? now.networkConnectivityTestIps() : ips,
        now.sharedIps());
  }

  private static double speed(SimulatedPair pair) {
    return pair.time() instanceof RunningTime time ? time.speed() : 1;
  }

  private static Map<String, CommandPermission> commandPermissions() {
    Map<String, CommandPermission> permissions = new TreeMap<>();
    for (CommandPermission each : CommandPermission.values()) {
      permissions.put(each.literal(), each);
    }
    return permissions;
  }

  private static Map<String, String> kindsOfData() {
    Map<String, String> kinds = new TreeMap<>();
    SyncCoverage.documented().data().forEach(each -> kinds.put(each.id(), each.id()));
    return kinds;
  }
}
