// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.assumption;

import static io.github.bseries.client.assumption.Stage.told;

import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.testkit.AssumedBehaviour;
import io.github.bseries.testkit.AssumedSwitch;
import io.github.bseries.testkit.PairFault;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Roles: asked for, taken over, in conflict, given up. */
final class RoleScenarios {

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(20);

  private RoleScenarios() {}

  static Map<AssumedSwitch, Scenario> all() {
    Map<AssumedSwitch, Scenario> all = new EnumMap<>(AssumedSwitch.class);
    all.put(AssumedSwitch.ROLE_ALREADY_HELD, roleAlreadyHeld());
    all.put(AssumedSwitch.BACKUP_ASKED_TO_BE_PRIMARY, backupAskedToBePrimary());
    all.put(AssumedSwitch.SHARED_IP_AND_API, sharedIp());
    all.put(AssumedSwitch.ROLE_ANSWER_FORM, formOfTheAnswer());
    all.put(AssumedSwitch.RETURNING_PRIMARY, returningPrimary());
    all.put(AssumedSwitch.VERSION_MISMATCH, versionMismatch());
    all.put(AssumedSwitch.TAKEOVER_WITHOUT_TEST_IPS, takeoverWithoutTestIps());
    all.put(AssumedSwitch.AILING_PRIMARY, ailingPrimary());
    all.put(AssumedSwitch.LOST_PEER_IN_LIST, lostPeer());
    all.put(AssumedSwitch.FIX_WITHOUT_EVIDENCE, fixWithoutEvidence());
    all.put(AssumedSwitch.BREAK_WITHOUT_PEER, breakWithoutPeer());
    return all;
  }

  /** A client that looks first does not ask for a role that is held, unless the look is old. */
  private static Scenario roleAlreadyHeld() {
    return Scenario.of(
            pair -> pair.assume(AssumedBehaviour.HEALTH_IS_CACHED),
            stage -> {
              stage.b().checkHealth();
              stage.simulated().b().failoverPage().become(FailoverRole.PRIMARY, false, false);
              stage.passes(Duration.ofSeconds(10));
              RoleChange change = stage.b().setFailoverRole(stage.bToPrimary());
              return new Seen(
                  told(change), "b is " + stage.simulated().b().failoverRole().literal());
            })
        .shows(AssumedBehaviour.HELD_ROLE_REFUSED, "Refused", "b is primary")
        .shows(AssumedBehaviour.HELD_ROLE_CONFIRMED, "Confirmed", "b is primary");
  }

  private static Scenario backupAskedToBePrimary() {
    return Scenario.of(
            stage -> {
              RoleChange change = stage.b().setFailoverRole(stage.bToPrimary());
              stage.passesAMinute();
              return Seen.by(told(change) + ", " + stage.roles());
            })
        .shows(AssumedBehaviour.PEER_FOLLOWS, "Confirmed, backup/primary")
        .shows(AssumedBehaviour.PEER_STAYS, "Confirmed, primary/primary");
  }

  private static Scenario sharedIp() {
    return Scenario.of(
            stage -> {
              RoleChange change = stage.a().setFailoverRole(stage.aToBackup());
              stage.passesAMinute();
              PairSnapshot look = stage.pair().observe();
              boolean served =
                  look.site()
                      .answeredBy()
                      .equals(look.currentPrimary().map(ApplianceHealth::applianceId));
              return Seen.by(
                  told(change) + ", " + stage.roles() + ", primary at the site: " + served);
            })
        .shows(
            AssumedBehaviour.SHARED_IP_FOLLOWS,
            "Confirmed, backup/primary, primary at the site: true")
        .shows(
            AssumedBehaviour.SHARED_IP_STAYS,
            "Confirmed, backup/primary, primary at the site: false");
  }

  private static Scenario formOfTheAnswer() {
    String busy = "Another failover operation is in progress";
    String client = "AwaitsSync, then Refused, then Confirmed";
    return Scenario.of(RoleScenarios::changeTwice)
        .shows(AssumedBehaviour.ROLE_ANSWER_IS_THE_ROOT, client, "200 <error>" + busy + ".</error>")
        .shows(
            AssumedBehaviour.ROLE_ANSWER_IN_A_FRAME,
            client,
            "200 <set_failover_role><error>" + busy + ".</error></set_failover_role>")
        .shows(
            AssumedBehaviour.ROLE_ANSWER_WITHOUT_STOP, client, "200 <error>" + busy + "</error>");
  }

  private static Seen changeTwice(Stage stage) throws IOException {
    RoleChange withSync = stage.a().setFailoverRole(stage.aToBackup().withDataSyncFirst());
    stage.a().dismissPendingRoleChange();
    RoleChange meanwhile = stage.a().setFailoverRole(stage.aToBackup());
    String plainly = stage.plainly("a", stage.otherToken("a"), "set_failover_role&role=backup");
    stage.passesAMinute();
    RoleChange back =
        stage.b().setFailoverRole(RoleChangeRequest.becomeBackup(stage.simulated().b().id()));
    return new Seen(told(withSync) + ", then " + told(meanwhile) + ", then " + told(back), plainly);
  }

  private static Scenario returningPrimary() {
    return Scenario.of(
            stage -> {
              stage.simulated().a().powerOff();
              RoleChange change = stage.b().setFailoverRole(stage.bToPrimary());
              stage.simulated().a().powerOn();
              return Seen.by(told(change) + ", " + stage.roles());
            })
        .shows(AssumedBehaviour.RETURNS_WITH_ITS_ROLE, "Confirmed, primary/primary")
        .shows(AssumedBehaviour.YIELDS_TO_A_PRIMARY, "Confirmed, backup/primary");
  }

  private static Scenario versionMismatch() {
    return Scenario.of(
            stage -> {
              stage.simulated().b().upgrade("24.1.1 (1-a)");
              RoleChange change = stage.a().setFailoverRole(stage.aToBackup());
              stage.passesAMinute();
              return Seen.by(told(change) + ", " + stage.roles());
            })
        .shows(AssumedBehaviour.MISMATCH_REFUSED, "Refused, primary/backup")
        .shows(AssumedBehaviour.MISMATCH_NOTED, "Confirmed, backup/primary");
  }

  private static BackupSettings.Builder automatic() {
    return BackupSettings.builder()
        .backupOperations(true)
        .automaticFailover(true)
        .primarySiteInstanceTimeout(Duration.ofMinutes(10))
        .sharedIps("12.12.1.52");
  }

  private static Scenario takeoverWithoutTestIps() {
    return Scenario.of(
            pair -> pair.backupSettingsOfB(automatic().build()),
            stage -> {
              stage.simulated().a().powerOff();
              stage.passes(LONG_ENOUGH);
              return Seen.by(stage.roles());
            })
        .shows(AssumedBehaviour.TAKES_OVER_UNTESTED, "-/primary")
        .shows(AssumedBehaviour.NEEDS_TEST_IPS, "-/backup");
  }

  private static Scenario ailingPrimary() {
    return Scenario.of(
            pair ->
                pair.backupSettingsOfB(automatic().networkConnectivityTestIps("12.12.1.1").build()),
            stage -> {
              stage.simulated().a().ails("The disk is full");
              stage.passes(LONG_ENOUGH);
              return Seen.by(stage.roles() + ", a " + told(stage.a().checkHealth()));
            })
        .shows(
            AssumedBehaviour.AILING_IS_REACHABLE,
            "primary/backup, a primary, ails [The disk is full]")
        .shows(
            AssumedBehaviour.AILING_IS_DOWN, "backup/primary, a backup, ails [The disk is full]");
  }

  /** Our client looks at both sides itself, and never asks for this list. */
  private static Scenario lostPeer() {
    return Scenario.of(
            stage -> {
              stage.simulated().cutLink();
              String listed =
                  stage.simulated().b().listAppliances().stream()
                      .filter(each -> each.id().equals(stage.simulated().a().id()))
                      .map(each -> each.failoverRole().literal())
                      .findFirst()
                      .orElse("not there");
              return new Seen(stage.roles(), "b lists a: " + listed);
            })
        .shows(AssumedBehaviour.LISTED_AS_LAST_SEEN, "primary/backup", "b lists a: primary")
        .shows(AssumedBehaviour.LISTED_WITHOUT_ROLE, "primary/backup", "b lists a: none")
        .shows(AssumedBehaviour.NOT_LISTED, "primary/backup", "b lists a: not there");
  }

  private static Scenario fixWithoutEvidence() {
    return Scenario.of(
            stage -> {
              stage.simulated().suffers(PairFault.SWAP_STOPS_HALF_WAY);
              stage.a().setFailoverRole(stage.aToBackup());
              stage.passesAMinute();
              String conflict = stage.roles();
              stage.simulated().b().failoverPage().fixThisError();
              stage.passesAMinute();
              return Seen.by(conflict + ", then " + stage.roles());
            })
        .shows(AssumedBehaviour.ASKED_ONE_IS_PRIMARY, "backup/backup, then backup/primary")
        .shows(AssumedBehaviour.FIX_REFUSED, "backup/backup, then backup/backup");
  }

  private static Scenario breakWithoutPeer() {
    return Scenario.of(
            stage -> {
              stage.simulated().cutLink();
              stage.simulated().a().failoverPage().breakRelationship();
              return Seen.by(stage.roles());
            })
        .shows(AssumedBehaviour.BREAKS_ALONE, "none/backup")
        .shows(AssumedBehaviour.BREAK_REFUSED, "primary/backup");
  }
}
