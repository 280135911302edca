// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.core.pair.ApplianceAddress;
import java.time.Duration;
import java.util.Set;

/** What a client cannot be built with. Each complaint names the setting and its bounds. */
final class SettingChecks {

  private static final Duration SHORTEST = Duration.ofMillis(1);

  /** The HTTP library counts in milliseconds, in an int. */
  private static final Duration LONGEST = Duration.ofDays(24);

  private static final int MOST_ATTEMPTS = 10;

  private SettingChecks() {}

  static void timeout(String setting, Duration value) {
    if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
      throw new IllegalStateException(
          setting + " is " + value + ", must be from one millisecond to 24 days");
    }
  }

  static void attempts(String setting, int value) {
    if (value < 1 || value > MOST_ATTEMPTS) {
      throw new IllegalStateException(
          setting + " is " + value + ", must be from 1 to " + MOST_ATTEMPTS);
    }
  }

  static void userAgent(String value) {
    if (value.isBlank() || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalStateException("userAgent must be printable ASCII");
    }
  }

  static void pins(ApplianceAddress address, Set<CertificatePin> pins) {
    if (!address.tls() && !pins.isEmpty()) {
      throw new IllegalStateException(address + " shows no certificate, so pins cannot hold there");
    }
  }

  static void encrypted(ApplianceAddress address, boolean plainHttpOnLoopback) {
    if (!address.tls() && !(plainHttpOnLoopback && address.isLoopback())) {
      throw new IllegalStateException(
          address
              + " is not encrypted; use https. Plain http is for this very machine only, and only"
              + " with plainHttpOnLoopback(true)");
    }
  }
}
