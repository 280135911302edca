// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.backup.RestoreTarget.Situation;
import io.github.bseries.core.pair.ApplianceVersion;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RestoreCompatibilityPropertyTest {

  @Property
  void a_longer_table_never_makes_a_restore_worse(
      @ForAll("versions") String backup,
      @ForAll("versions") String target,
      @ForAll("tables") SupportedUpgrades fewer,
      @ForAll("tables") SupportedUpgrades added) {
    SupportedUpgrades more = fewer;
    for (SupportedUpgrades.Upgrade step : added.upgrades()) {
      more = more.with(step.from(), step.to());
    }

    if (judge(backup, target, fewer).isSupported()) {
      assertThat(judge(backup, target, more)).isEqualTo(judge(backup, target, fewer));
    }
  }

  @Property
  void a_backup_of_a_later_version_is_never_supported_whatever_the_table(
      @ForAll("versions") String one,
      @ForAll("versions") String other,
      @ForAll("tables") SupportedUpgrades table) {
    if (judge(one, other, SupportedUpgrades.none()).verdict() == RestoreVerdict.UNLISTED_OLDER) {
      assertThat(judge(other, one, table).verdict()).isEqualTo(RestoreVerdict.NEWER_THAN_TARGET);
    }
  }

  @Property
  void a_version_that_is_taken_away_leaves_nothing_to_judge(
      @ForAll("versions") String version, @ForAll Situation situation) {
    ApplianceVersion known = ApplianceVersion.parse(version);

    assertThat(
            RestoreCompatibility.judge(
                    null, new RestoreTarget(known, situation), SupportedUpgrades.none())
                .isSupported())
        .isFalse();
    assertThat(
            RestoreCompatibility.judge(
                    known, new RestoreTarget(null, situation), SupportedUpgrades.none())
                .isSupported())
        .isFalse();
  }

  @Property
  void any_two_texts_have_a_verdict(
      @ForAll("texts") ApplianceVersion backup,
      @ForAll("texts") ApplianceVersion target,
      @ForAll("tables") SupportedUpgrades table) {
    RestoreCompatibility judged =
        RestoreCompatibility.judge(backup, new RestoreTarget(target, Situation.STANDALONE), table);

    assertThat(judged.reason()).isNotBlank();
    assertThat(judged.steps().isEmpty())
        .isEqualTo(
            judged.verdict() == RestoreVerdict.NOT_JUDGED
                || judged.verdict() == RestoreVerdict.NEWER_THAN_TARGET);
  }

  @Provide
  Arbitrary<String> versions() {
    return Arbitraries.integers()
        .between(0, 3)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(numbers -> numbers.stream().map(String::valueOf).collect(Collectors.joining(".")));
  }

  @Provide
  Arbitrary<SupportedUpgrades> tables() {
    return versions()
        .list()
        .ofMaxSize(8)
        .map(
            versions -> {
              SupportedUpgrades table = SupportedUpgrades.none();
              for (int i = 1; i < versions.size(); i++) {
                ProductNumber from = ProductNumber.of(versions.get(i - 1));
                if (from.compareTo(ProductNumber.of(versions.get(i))) < 0) {
                  table = table.with(versions.get(i - 1), versions.get(i));
                }
              }
              return table;
            });
  }

  @Provide
  Arbitrary<ApplianceVersion> texts() {
    return Arbitraries.oneOf(
            versions(), Arbitraries.strings().ofMinLength(1).filter(text -> !text.isBlank()))
        .map(ApplianceVersion::parse);
  }

  private static RestoreCompatibility judge(
      String backup, String target, SupportedUpgrades supported) {
    return RestoreCompatibility.judge(
        ApplianceVersion.parse(backup),
        new RestoreTarget(ApplianceVersion.parse(target), Situation.STANDALONE),
        supported);
  }
}
