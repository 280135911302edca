// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.auth.AccessToken;
import io.github.bseries.client.internal.xml.CommandAnswers;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code check_health}.
 *
 * @source D-HEALTH, W-RAGMOB
 */
final class HealthCall {

  private static final String COMMAND = "check_health";

  private final ReadCommand<ApplianceHealth> command;
  private final Answers answers;
  private final PairMemory memory;
  private final InstantSource clock;

  HealthCall(ReadCommand.Means means, PairMemory memory, InstantSource clock) {
    this.command = new ReadCommand<>(COMMAND, "health", means, CommandAnswers::health);
    this.answers = means.answers();
    this.memory = memory;
    this.clock = clock;
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

    Observation.Seen seen() {
      return new Observation.Seen(health, at, applianceClock());
    }
  }

  Look look() {
    ReadCommand.Brought<ApplianceHealth> brought = command.ask();
    Instant at = clock.instant();
    Look look = new Look(shown(brought.value()), at, brought.read());
    memory.saw(look.seen());
    return look;
  }

  /** Looks, and takes whatever comes as an observation. */
  Observation observe() {
    try {
      return look().seen();
    } catch (UnreachableException e) {
      String reason = String.valueOf(e.getMessage());
      return e.isSilent()
          ? new Observation.Silent(clock.instant(), reason)
          : new Observation.Unreadable(clock.instant(), reason);
    } catch (ApplianceException e) {
      return new Observation.Unreadable(clock.instant(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Texts of the appliance may repeat what it was sent. They hardly ever do, so all are looked
   * through at once before any is made anew.
   */
  private ApplianceHealth shown(ApplianceHealth health) {
    ApplianceVersion version = health.version();
    LastDataSync sync = health.lastDataSync();
    String texts =
        health.hostName()
            + "\n"
            + version
            + "\n"
            + health.errorMessages()
            + health.enabledSharedIps()
            + sync;
    if (answers.hide(texts).equals(texts)) {
      return health;
    }
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
