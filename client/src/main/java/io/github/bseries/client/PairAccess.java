// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Whether an account can do at both appliances of a pair what it is meant to.
 *
 * @param primary what was found at the normal primary
 * @param backup what was found at the normal backup
 * @since 0.1
 */
public record PairAccess(AccessReport primary, AccessReport backup) {

  /** Checks that both were asked. */
  public PairAccess {
    requireNonNull(primary, "primary");
    requireNonNull(backup, "backup");
  }

  /** Asks both at the same time. */
  static PairAccess ask(
      ApplianceClient primary, ApplianceClient backup, Executor executor, AccessNeed... needs) {
    CompletableFuture<AccessReport> other;
    try {
      other = CompletableFuture.supplyAsync(() -> backup.checkAccess(needs), executor);
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the pair of " + primary.address() + " is closed", e);
    }
    try {
      return new PairAccess(primary.checkAccess(needs), other.join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Returns whether the two addresses lead to two appliances. */
  public AccessFinding twoAppliances() {
    AccessQuestion question = AccessQuestion.TWO_APPLIANCES;
    ApplianceId one = primary.applianceId();
    ApplianceId two = backup.applianceId();
    if (one == null || two == null) {
      return AccessFinding.unknown(
          question,
          "the id could not be read at both",
          "See to the findings of each side, and check again.");
    }
    return one.equals(two)
        ? AccessFinding.lacking(
            question,
            "appliance " + one + " answers at both",
            "Give each side an address of its own, not that of the site.")
        : AccessFinding.passed(question, one + " and " + two);
  }

  /** Returns whether every question was answered by yes, at both and of both. */
  public boolean isFine() {
    return primary.isFine() && backup.isFine() && twoAppliances().isPassed();
  }

  /** Returns one line for each question, for a human to read. Its form may change. */
  public String summary() {
    return "normal primary "
        + primary.summary()
        + "\nnormal backup "
        + backup.summary()
        + "\nboth\n  "
        + twoAppliances().summary();
  }
}
