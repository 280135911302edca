// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.core.pair.Gravity;
import java.util.Locale;

/** What the tool tells the shell. Nothing here means "fine" when it is not known to be. */
enum ExitCode {
  /** All is as it should be. */
  FINE(0),
  /** It works, but somebody should look at it. */
  WARNING(1),
  /** It does not work, or the appliance said no. */
  CRITICAL(2),
  /** It could not be told, or is not decided yet. */
  UNKNOWN(3),
  /** The command line, a file or a variable is wrong. Nothing was asked of an appliance. */
  WRONG_USAGE(64);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  static ExitCode of(Gravity gravity) {
    return switch (gravity) {
      case FINE -> FINE;
      case ATTENTION -> WARNING;
      case UNKNOWN -> UNKNOWN;
      case CRITICAL -> CRITICAL;
    };
  }

  int number() {
    return number;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
