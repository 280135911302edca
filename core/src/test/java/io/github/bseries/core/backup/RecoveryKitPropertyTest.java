// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static io.github.bseries.core.pair.MadeUp.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class RecoveryKitPropertyTest {

  @Property
  void each_setting_is_written_or_not_needed_or_undeclared(
      @ForAll Set<ApplianceSetting> written, @ForAll Set<ApplianceSetting> others) {
    Set<ApplianceSetting> notNeeded = EnumSet.allOf(ApplianceSetting.class);
    notNeeded.retainAll(others);
    notNeeded.removeAll(written);

    ApplianceNotes notes = new ApplianceNotes(NOON, written, notNeeded, null);

    Set<ApplianceSetting> all = notes.undeclared();
    assertThat(Collections.disjoint(all, union(written, notNeeded))).isTrue();
    all.addAll(notes.written());
    all.addAll(notes.notNeeded());
    assertThat(all).containsExactly(ApplianceSetting.values());
    assertThat(List.copyOf(notes.written())).isSorted().hasSameElementsAs(written);
    assertThat(List.copyOf(notes.notNeeded())).isSorted().hasSameElementsAs(notNeeded);
  }

  @Property
  void a_setting_is_never_written_and_not_needed(
      @ForAll Set<ApplianceSetting> written,
      @ForAll Set<ApplianceSetting> notNeeded,
      @ForAll ApplianceSetting both) {
    Set<ApplianceSetting> some = union(written, EnumSet.of(both));
    Set<ApplianceSetting> others = union(notNeeded, EnumSet.of(both));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApplianceNotes(NOON, some, others, null))
        .withMessageEndingWith(" is written and notNeeded, must be one of the two");
  }

  @Property
  void a_text_that_was_taken_is_taken_again_as_it_is(
      @ForAll @NotBlank @StringLength(max = 200) String text) {
    String taken;
    try {
      taken = KitText.checked("keptAt", text);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("keptAt ");
      return;
    }
    assertThat(KitText.checked("keptAt", taken)).isEqualTo(taken).isNotBlank();
  }

  @Property
  void no_message_repeats_what_was_refused(
      @ForAll @NumericChars @StringLength(min = 8, max = 150) String secret) {
    for (String text :
        new String[] {
          secret + "\n" + secret,
          "x".repeat(200) + secret,
          "-----BEGIN KEY-----" + secret,
          "https://ada:" + secret + "@files.example.com"
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PasswordCustody.knownTo(text))
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain(secret));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PasswordCustody(false, secret))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(secret));
  }

  private static Set<ApplianceSetting> union(
      Set<ApplianceSetting> some, Set<ApplianceSetting> others) {
    Set<ApplianceSetting> union = EnumSet.noneOf(ApplianceSetting.class);
    union.addAll(some);
    union.addAll(others);
    return union;
  }
}
