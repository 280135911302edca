// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class KitPartTest {

  private static final KitPart<String> READY = KitPart.ready("a copy");
  private static final KitPart<String> LACKING = KitPart.lacking();
  private static final KitPart<String> NOTHING = KitPart.nothingToKeep(" the Vault is not used ");

  @Test
  void only_what_is_ready_has_a_copy() {
    assertThat(READY.copy()).contains("a copy");
    assertThat(LACKING.copy()).isEmpty();
    assertThat(NOTHING.copy()).isEmpty();
  }

  @Test
  void the_function_that_fits_is_asked() {
    assertThat(told(READY)).isEqualTo("ready: a copy");
    assertThat(told(LACKING)).isEqualTo("lacking");
    assertThat(told(NOTHING)).isEqualTo("nothing: the Vault is not used");
  }

  @Test
  void parts_are_values() {
    assertThat(READY).isEqualTo(new KitPart.Ready<>("a copy"));
    assertThat(LACKING).isEqualTo(new KitPart.Lacking<String>());
    assertThat(KitPart.nothingToKeep("the Vault is not used"))
        .isEqualTo(NOTHING)
        .isEqualTo(new KitPart.NothingToKeep<>("the Vault is not used"));
  }

  @Test
  void nothing_to_keep_needs_a_reason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KitPart.nothingToKeep(" "))
        .withMessage("reason is blank");
  }

  private static String told(KitPart<String> part) {
    return part.fold(
        ready -> "ready: " + ready.kept(),
        lacking -> "lacking",
        nothing -> "nothing: " + nothing.reason());
  }
}
