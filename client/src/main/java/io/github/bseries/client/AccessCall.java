// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.http.HttpResult;
import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.ApplianceHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether an account can do what it is meant to, by calls that change nothing: the probe,
 * one for a token, {@code check_health} and {@code get_api_info}. No backup is asked for, since
 * making one is work for an appliance.
 */
final class AccessCall {

  private final ApplianceAddress address;
  private final Calls calls;
  private final InstantSource clock;
  private final LongSupplier nanoTime;

  AccessCall(ApplianceAddress address, Calls calls, InstantSource clock, LongSupplier nanoTime) {
    this.address = address;
    this.calls = calls;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /** The calls of which it is made. */
  record Calls(ProbeCall probe, AuthorizedCalls authorized, HealthCall health, SiteCalls site) {}

  /**
   * What came of one call.
   *
   * @param value what it brought; null if it brought nothing
   * @param fault why; null if it brought something, or was not made since one before it failed
   */
  record Tried<T>(@Nullable T value, @Nullable ApplianceException fault) {

    static <T> Tried<T> not() {
      return new Tried<>(null, null);
    }

    static <T> Tried<T> of(Supplier<T> call) {
      try {
        return new Tried<>(call.get(), null);
      } catch (ApplianceException e) {
        return new Tried<>(null, e);
      }
    }
  }

  /** All that came of the calls. */
  record Facts(
      HttpResult<byte[]> probe,
      Tried<Boolean> token,
      Tried<ApplianceHealth> health,
      Tried<ApiInformation> information,
      @Nullable ClockSkew skew) {}

  AccessReport check(AccessNeed... needs) {
    if (needs.length == 0) {
      throw new IllegalArgumentException("needs are empty, must be one at least");
    }
    Set<AccessNeed> meant = EnumSet.copyOf(List.of(needs));
    calls.authorized.checkAccount();
    Instant at = clock.instant();
    Facts facts = ask();
    ApplianceHealth health = facts.health.value();
    return new AccessReport(
        address,
        at,
        AccessFindings.of(facts, meant),
        health == null ? null : health.applianceId(),
        facts.information.value(),
        facts.skew);
  }

  private Facts ask() {
    HttpResult<byte[]> probe = calls.probe.send();
    Tried<Boolean> token = Tried.of(calls.authorized::authorize);
    if (token.fault() != null) {
      // Each further call would ask for a token again, and accounts are locked after too many.
      return new Facts(probe, token, Tried.not(), Tried.not(), null);
    }
    Tried<ApplianceHealth> health = Tried.of(() -> calls.health.look().health());
    if (health.fault() instanceof UnreachableException) {
      return new Facts(probe, token, health, Tried.not(), null);
    }
    Instant started = clock.instant();
    long start = nanoTime.getAsLong();
    Tried<ApiInformation> information = Tried.of(calls.site::apiInformation);
    Duration took = Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - start));
    ApiInformation told = information.value();
    Instant serverTime = told == null ? null : told.serverTime();
    ClockSkew skew = serverTime == null ? null : ClockSkew.of(started, took, serverTime);
    return new Facts(probe, token, health, information, skew);
  }
}
