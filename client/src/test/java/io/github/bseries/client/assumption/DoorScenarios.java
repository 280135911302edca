// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.assumption;

import static io.github.bseries.client.assumption.Stage.told;

import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.testkit.AccountPermissions;
import io.github.bseries.testkit.ApiSettings;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.AssumedBehaviour;
import io.github.bseries.testkit.AssumedSwitch;
import io.github.bseries.testkit.FaultRule;
import io.github.bseries.testkit.SimulatedPairBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Tokens, accounts, limits: whether a call is let in, and what it is told if not. */
final class DoorScenarios {

  private static final String DENIED =
      "access_denied: The resource owner or authorization server denied the request.";

  private DoorScenarios() {}

  static Map<AssumedSwitch, Scenario> all() {
    Map<AssumedSwitch, Scenario> all = new EnumMap<>(AssumedSwitch.class);
    all.put(AssumedSwitch.TOKENS_AFTER_ROLE_CHANGE, tokensAfterRoleChange());
    all.put(AssumedSwitch.TOKENS_AFTER_RESTART, tokensAfterRestart());
    all.put(AssumedSwitch.TOKENS_ON_PEER, tokensOnPeer());
    all.put(AssumedSwitch.INVALID_TOKEN, invalidToken());
    all.put(AssumedSwitch.RATE_LIMIT_ANSWER, pastTheLimit());
    all.put(AssumedSwitch.RATE_LIMIT_AND_TOKENS, limitAndTokens());
    all.put(AssumedSwitch.XML_API_OFF, xmlApiOff());
    all.put(AssumedSwitch.LOCKED_ACCOUNT, lockedAccount());
    all.put(AssumedSwitch.BACKUP_NOT_PERMITTED, backupNotPermitted());
    all.put(AssumedSwitch.STRANGE_CALLER, strangeCaller());
    all.put(AssumedSwitch.CLIENTS_OF_BACKUP, clientsOfBackup());
    return all;
  }

  private static String healthOfA(Stage stage) {
    return told(() -> told(stage.a().checkHealth()));
  }

  private static Scenario tokensAfterRoleChange() {
    return Scenario.of(
            stage -> {
              RoleChange change = stage.a().setFailoverRole(stage.aToBackup());
              stage.passesAMinute();
              return new Seen(told(change) + ", " + healthOfA(stage), stage.tokens());
            })
        .shows(AssumedBehaviour.TOKENS_SURVIVE_ROLE_CHANGE, "Confirmed, backup, well", "tokens 1")
        .shows(AssumedBehaviour.TOKENS_END_WITH_ROLE, "Confirmed, backup, well", "tokens 2");
  }

  private static Scenario tokensAfterRestart() {
    return Scenario.of(
            stage -> {
              stage.a().checkHealth();
              stage.simulated().a().powerOff();
              stage.simulated().a().powerOn();
              return new Seen(healthOfA(stage), stage.tokens());
            })
        .shows(AssumedBehaviour.TOKENS_END_WITH_POWER, "primary, well", "tokens 2")
        .shows(AssumedBehaviour.TOKENS_SURVIVE_RESTART, "primary, well", "tokens 1");
  }

  /** The token for the site comes from one appliance, and is used at the other after a swap. */
  private static Scenario tokensOnPeer() {
    return Scenario.of(
            stage -> {
              stage.pair().observe();
              stage.a().setFailoverRole(stage.aToBackup());
              stage.passesAMinute();
              boolean answers =
                  stage
                      .pair()
                      .observe()
                      .site()
                      .answeredBy()
                      .equals(Optional.of(stage.simulated().b().id()));
              return new Seen("b answers at the site: " + answers, stage.tokens());
            })
        .shows(AssumedBehaviour.TOKENS_OF_ONE_APPLIANCE, "b answers at the site: true", "tokens 4")
        .shows(AssumedBehaviour.TOKENS_OF_THE_SITE, "b answers at the site: true", "tokens 3");
  }

  /** A refused token is replaced once, for a read; then its refusal is told as it came. */
  private static Scenario invalidToken() {
    return Scenario.of(
            stage -> {
              stage.a().checkHealth();
              stage.simulated().a().invalidateTokens();
              String renewed = healthOfA(stage) + ", " + stage.tokens();
              stage.simulated().a().invalidateTokens();
              stage
                  .simulated()
                  .a()
                  .misbehaves(FaultRule.standing(new ApplianceFault.EndsTokenEarly(Duration.ZERO)));
              String refused = healthOfA(stage) + ", " + stage.tokens();
              return new Seen(
                  renewed + "; then " + refused,
                  "hint: " + stage.plainly("a", "none", "check_health").contains("\"hint\""));
            })
        .shows(
            AssumedBehaviour.INVALID_TOKEN_IS_401,
            "primary, well, tokens 2; then rejected 401 TOKEN: " + DENIED + ", tokens 3",
            "hint: false")
        .shows(
            AssumedBehaviour.INVALID_TOKEN_IS_403,
            "primary, well, tokens 2; then rejected 403 TOKEN: " + DENIED + ", tokens 3",
            "hint: false")
        .shows(
            AssumedBehaviour.INVALID_TOKEN_WITH_HINT,
            "primary, well, tokens 2; then rejected 401 TOKEN: " + DENIED + ", tokens 3",
            "hint: true");
  }

  private static SimulatedPairBuilder limited(SimulatedPairBuilder pair) {
    return pair.api(ApiSettings.builder().rateLimited(true).build());
  }

  private static Scenario pastTheLimit() {
    return Scenario.of(
            DoorScenarios::limited,
            stage -> {
              stage.a().checkHealth();
              stage.othersAskForTokens(20);
              String past = healthOfA(stage);
              stage.passesAMinute();
              return Seen.by(past + "; a minute later " + healthOfA(stage));
            })
        .shows(
            AssumedBehaviour.STATUS_429_WITH_RETRY_AFTER,
            "limit reached, wait PT1S, told true; a minute later primary, well")
        .shows(
            AssumedBehaviour.STATUS_429_BARE,
            "limit reached, wait PT0S, told true; a minute later primary, well")
        .shows(
            AssumedBehaviour.STATUS_503,
            "rejected 503 OTHER: Too Many Attempts.; a minute later primary, well");
  }

  private static Scenario limitAndTokens() {
    return Scenario.of(
            DoorScenarios::limited,
            stage -> {
              stage.othersAskForTokens(20);
              return Seen.by(healthOfA(stage));
            })
        .shows(AssumedBehaviour.TOKENS_COUNT, "limit reached, wait PT1S, told true")
        .shows(AssumedBehaviour.TOKENS_DO_NOT_COUNT, "primary, well");
  }

  private static Scenario xmlApiOff() {
    String words = "The XML API is disabled.";
    return Scenario.of(
            stage -> {
              stage.simulated().a().api().switchXmlApiOff();
              String off = healthOfA(stage);
              stage.simulated().a().api().switchXmlApiOn();
              return Seen.by(off + " Then " + healthOfA(stage) + ", " + stage.tokens());
            })
        .shows(
            AssumedBehaviour.XML_OFF_IS_AN_ERROR,
            "rejected 200 OTHER: " + words + " Then primary, well, tokens 1")
        .shows(
            AssumedBehaviour.XML_OFF_IS_403,
            "rejected 403 PERMISSION: " + words + " Then primary, well, tokens 1")
        .shows(
            AssumedBehaviour.XML_OFF_IS_404,
            "rejected 404 OTHER: " + words + " Then primary, well, tokens 1");
  }

  /** The client asks once, whatever it is told, and does not make a lock-out worse. */
  private static Scenario lockedAccount() {
    return Scenario.of(
            stage -> {
              stage.othersAskForTokens(5, "wrong");
              String locked = healthOfA(stage);
              healthOfA(stage);
              return new Seen(locked, stage.tokens());
            })
        .shows(
            AssumedBehaviour.LOCKED_IS_401,
            "rejected 401 CREDENTIALS: invalid_client: Client authentication failed",
            "tokens 1")
        .shows(
            AssumedBehaviour.LOCKED_IS_403,
            "rejected 403 LOCK_OUT: This account is locked.",
            "tokens 1");
  }

  private static Scenario backupNotPermitted() {
    String words = "The API account does not have permission to use the Backup API.";
    return Scenario.of(
            stage -> {
              stage
                  .simulated()
                  .account()
                  .changePermissions(AccountPermissions.ALL.withBackup(false));
              Path file = stage.folder().resolve("a.nsb");
              String told = told(() -> stage.a().downloadBackup(file).sizeBytes() + " bytes");
              return Seen.by(told + " File: " + Files.exists(file) + ", " + stage.tokens());
            })
        .shows(
            AssumedBehaviour.NO_PERMISSION_IS_AN_ERROR,
            "rejected 200 PERMISSION: " + words + " File: false, tokens 1")
        .shows(
            AssumedBehaviour.NO_PERMISSION_IS_403,
            "rejected 403 PERMISSION: " + words + " File: false, tokens 1");
  }

  private static Scenario strangeCaller() {
    return Scenario.of(
            stage -> {
              stage.simulated().account().allowOnlyFrom("127.0.0.9/32");
              return Seen.by(healthOfA(stage));
            })
        .shows(AssumedBehaviour.STRANGER_IS_401, "rejected 401 CREDENTIALS: " + DENIED)
        .shows(AssumedBehaviour.STRANGER_IS_403, "rejected 403 PERMISSION: " + DENIED);
  }

  /** Our client never asks for clients, so that it is the same to it. */
  private static Scenario clientsOfBackup() {
    return Scenario.of(
            stage ->
                new Seen(
                    stage.roles(),
                    stage
                        .plainly("b", stage.otherToken("b"), "get_connected_client_list")
                        .replaceAll("<connected_client_list>(<[a-z_]*>).*", "$1")))
        .shows(
            AssumedBehaviour.BACKUP_LISTS_NOBODY,
            "primary/backup",
            "200 <connected_client_summary>")
        .shows(AssumedBehaviour.BACKUP_REFUSES_LIST, "primary/backup", "200 <error>");
  }
}
