// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.auth.AccessToken;
import io.github.bseries.client.internal.http.HttpCall;
import io.github.bseries.client.internal.xml.CommandAnswers;
import io.github.bseries.client.internal.xml.XmlAnswer;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code check_health}.
 *
 * @source D-HEALTH, W-RAGMOB
 */
final class HealthCall {

  private static final String COMMAND = "check_health";

  private final AuthorizedCalls authorized;
  private final Answers answers;
  private final PendingRoleChange pending;
  private final InstantSource clock;
  private final HttpCall call;

  HealthCall(
      AuthorizedCalls authorized,
      Answers answers,
      PendingRoleChange pending,
      HttpCall.Timeouts timeouts,
      InstantSource clock) {
    this.authorized = authorized;
    this.answers = answers;
    this.pending = pending;
    this.clock = clock;
    this.call = HttpCall.get(ApplianceClient.COMMAND_PATH, Map.of("action", COMMAND), timeouts);
  }

  /** A health, when it was read, and the answer that it came with. */
  record Look(ApplianceHealth health, Instant at, AuthorizedCalls.WithToken<byte[]> read) {

    @Nullable Instant applianceClock() {
      return read.answer().head().date();
    }

    /** Which of the addresses that the host name may have it was. */
    @Nullable InetAddress server() {
      return read.answer().head().server();
    }

    AccessToken token() {
      return read.token();
    }
  }

  Look look() {
    AuthorizedCalls.WithToken<byte[]> read = authorized.read(COMMAND, call);
    Instant at = clock.instant();
    int status = read.answer().head().status();
    byte[] body = read.answer().body();
    XmlAnswer<ApplianceHealth> answer = CommandAnswers.health(body);
    if (status == 200 && answer instanceof XmlAnswer.Understood<ApplianceHealth> health) {
      pending.saw(health.value());
      return new Look(shown(health.value()), at, read);
    }
    if (answer instanceof XmlAnswer.ErrorTold<ApplianceHealth> told) {
      throw answers.rejected(COMMAND, status, told.words());
    }
    String objection =
        answer instanceof XmlAnswer.NotUnderstood<ApplianceHealth> not
            ? not.reason()
            : "which no health comes with";
    throw answers.refusal(COMMAND, status, body, objection);
  }

  /** Looks, and takes whatever comes as an observation. */
  Observation observe() {
    try {
      Look look = look();
      return new Observation.Seen(look.health(), look.at(), look.applianceClock());
    } catch (UnreachableException e) {
      String reason = String.valueOf(e.getMessage());
      return e.isSilent()
          ? new Observation.Silent(clock.instant(), reason)
          : new Observation.Unreadable(clock.instant(), reason);
    } catch (ApplianceException e) {
      return new Observation.Unreadable(clock.instant(), String.valueOf(e.getMessage()));
    }
  }

  /** Texts of the appliance may repeat what it was sent. */
  private ApplianceHealth shown(ApplianceHealth health) {
    ApplianceVersion version = health.version();
    LastDataSync sync = health.lastDataSync();
    return new ApplianceHealth(
        health.applianceId(),
        shown(health.hostName()),
        version == null ? null : ApplianceVersion.parse(answers.hide(version.text())),
        health.success(),
        health.errorMessages().stream().map(answers::hide).toList(),
        health.failoverRole(),
        health.enabledSharedIps().stream().map(answers::hide).toList(),
        sync == null
            ? null
            : new LastDataSync(sync.time(), shown(sync.timeText()), shown(sync.status())));
  }

  private @Nullable String shown(@Nullable String text) {
    return text == null ? null : answers.hide(text);
  }
}
