// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.PairSide;
import java.util.function.Function;

/** What rules ask of the Failover pages of a pair. */
final class FailoverPage {

  private FailoverPage() {}

  /** Returns what stands on the page of this side. */
  static Fact<BackupSettings> of(PairFacts facts, PairSide side) {
    return facts.attested(side, "backup settings", DeclaredFacts::backupSettings);
  }

  /** Returns the verdict on the page of this side, with its name before what was seen. */
  static Verdict judge(
      PairFacts facts, PairSide side, Function<? super BackupSettings, Verdict> function) {
    return of(facts, side).judge(EachSide.told(side, function));
  }

  /**
   * Returns whether this side makes itself primary once the primary is lost: Enable Backup
   * Operations governs Enable Automatic Failover.
   *
   * @source S1 "Appendix: Administration Settings for Failover"
   */
  static boolean takesOverByItself(BackupSettings settings) {
    return settings.automaticFailover() && settings.backupOperations();
  }

  /** Returns the verdict on both pages: each must be right, and a page that is off asks nothing. */
  static Verdict judgeWhereAutomaticFailoverIsOn(
      PairFacts facts, Function<? super BackupSettings, Verdict> function) {
    return EachSide.judge(
        side ->
            judge(
                facts,
                side,
                settings ->
                    settings.automaticFailover()
                        ? function.apply(settings)
                        : automaticFailoverIsOff(settings)));
  }

  /** Returns whether no appliance makes itself primary: passed if it is off on both pages. */
  static Verdict judgeAutomaticFailoverIsOff(PairFacts facts) {
    return EachSide.judge(side -> judge(facts, side, FailoverPage::automaticFailoverIsOff));
  }

  /** Returns whether Enable Automatic Failover is off on this page. */
  static Verdict automaticFailoverIsOff(BackupSettings settings) {
    return Verdict.of(
        !settings.automaticFailover(), "automatic failover is off", "automatic failover is on");
  }
}
