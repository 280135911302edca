// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.ApiAccess.CommandPermission;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiInformationTest {

  private static ApiInformation with(Map<String, String> permissions) {
    return new ApiInformation("1.19.0", null, null, permissions);
  }

  @ParameterizedTest
  @CsvSource({"deny, DENY", "read_only, READ_ONLY", "full_access, FULL_ACCESS"})
  void the_permission_for_commands_is_known_by_its_word(String word, CommandPermission known) {
    assertThat(with(Map.of("perm_command", word)).command()).contains(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "FULL_ACCESS", "some_new_word"})
  void another_word_is_no_permission_and_is_kept(String word) {
    ApiInformation information = with(Map.of("perm_command", word));

    assertThat(information.command()).isEmpty();
    assertThat(information.permissions()).containsEntry("perm_command", word);
  }

  @Test
  void a_permission_is_yes_or_no_or_not_told() {
    ApiInformation information =
        with(Map.of("perm_backup", "1", "perm_scim", "0", "perm_ecm", "perhaps"));

    assertThat(information.backup()).contains(true);
    assertThat(information.allows("perm_scim")).contains(false);
    assertThat(information.allows("perm_ecm")).isEmpty();
    assertThat(information.allows("perm_of_the_future")).isEmpty();
    assertThat(with(Map.of("perm_backup", "0")).backup()).contains(false);
    assertThat(with(Map.of()).backup()).isEmpty();
    assertThat(with(Map.of()).command()).isEmpty();
  }

  @Test
  void the_permissions_are_a_copy_in_their_order() {
    Map<String, String> permissions = new LinkedHashMap<>();
    permissions.put("z", "1");
    permissions.put("a", "0");

    ApiInformation information = with(permissions);
    permissions.clear();

    assertThat(information.permissions().keySet()).containsExactly("z", "a");
    assertThatThrownBy(() -> information.permissions().put("b", "1"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_permission_has_a_name_and_a_value() {
    Map<String, String> withoutValue = new HashMap<>();
    withoutValue.put("perm_command", null);

    assertThatThrownBy(() -> with(Map.of(" ", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("permission name is blank");
    assertThatThrownBy(() -> with(withoutValue))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("permission value");
  }
}
