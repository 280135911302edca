// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.NsbCopy;
import io.github.bseries.core.backup.PasswordCustody;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.PairSide;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the rules about the recovery kit share. */
final class KitParts {

  private KitParts() {}

  /**
   * Returns the verdict on one part of the kit: broken if it is missing, passed if there is nothing
   * to keep.
   *
   * @param what how the part is called in a report
   * @param where finds it; null if nothing was said of it
   * @param judge judges what is kept
   */
  static <T> Verdict judge(
      PairFacts facts,
      String what,
      Function<RecoveryKit, @Nullable Attested<KitPart<T>>> where,
      Function<T, Verdict> judge) {
    return facts
        .declaredKit()
        .flatMap(kit -> facts.current(what, where.apply(kit)))
        .judge(
            part ->
                part.fold(
                    ready -> judge.apply(ready.kept()),
                    lacking -> Verdict.violated(what + ": missing"),
                    nothing -> Verdict.passed(what + ": nothing to keep, " + nothing.reason())));
  }

  /**
   * Returns the verdict on something that was made at this moment: not judged if that is yet to
   * come, since such a date says nothing.
   */
  static Verdict judgeMade(PairFacts facts, String what, Instant at, Supplier<Verdict> judge) {
    return at.isAfter(facts.moment().plus(facts.policy().clockTolerance()))
        ? Verdict.notJudged(what + ": of " + at + ", which is yet to come")
        : judge.get();
  }

  /**
   * Returns the verdict on the newest backups of both sides. Not judged of a side of which there is
   * none to keep: each appliance has something to lose.
   */
  static Verdict judgeBackups(PairFacts facts, BiFunction<PairSide, NsbCopy, Verdict> judge) {
    return EachSide.judge(
        side ->
            facts
                .declaredKit()
                .flatMap(kit -> facts.current(backupOf(side), kit.side(side).newestBackup()))
                .judge(
                    part ->
                        part.fold(
                            ready -> judge.apply(side, ready.kept()),
                            lacking -> Verdict.violated(backupOf(side) + ": missing"),
                            nothing ->
                                Verdict.notJudged(
                                    backupOf(side) + ": none, " + nothing.reason()))));
  }

  /** Returns how the newest backup of this side is called in a report. */
  static String backupOf(PairSide side) {
    return "newest backup of the " + side.title();
  }

  /** Returns the verdict on a file that must not lie about without a password. */
  static Verdict judgeProtection(String what, @Nullable PasswordCustody custody) {
    if (custody == null) {
      return Verdict.notJudged("password of the " + what + ": not declared");
    }
    return custody.used()
        ? judgeKnown(what, custody)
        : Verdict.violated(what + ": no password protects it");
  }

  /** Returns the verdict on a password, if there is one: somebody must know it. */
  static Verdict judgeKnown(String what, PasswordCustody custody) {
    if (!custody.used()) {
      return Verdict.passed(what + ": no password is needed");
    }
    String password = "password of the " + what + ": known to ";
    return custody.knownTo() == null
        ? Verdict.violated(password + "nobody who was named")
        : Verdict.passed(password + custody.knownTo());
  }
}
