// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static io.github.bseries.core.backup.Inclusion.INCLUDED;
import static io.github.bseries.core.backup.Inclusion.LEFT_OUT;
import static io.github.bseries.core.backup.Inclusion.UNSETTLED;
import static io.github.bseries.core.backup.NsbOrigin.API;
import static io.github.bseries.core.backup.NsbOrigin.PAGE_WITHOUT_HISTORY;
import static io.github.bseries.core.backup.NsbOrigin.PAGE_WITH_HISTORY;
import static io.github.bseries.core.pair.Product.PRIVILEGED_REMOTE_ACCESS;
import static io.github.bseries.core.pair.Product.REMOTE_SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.bseries.core.pair.Product;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NsbContentsTest {

  private static final Set<NsbItem> FOR_EVERY_SITE =
      EnumSet.range(NsbItem.LOCAL_USERS, NsbItem.VAULT_CREDENTIALS);
  private static final Set<NsbItem> FOR_REMOTE_SUPPORT =
      EnumSet.range(NsbItem.CANNED_MESSAGES, NsbItem.PRESENTATIONS);

  @Test
  void a_full_file_of_remote_support_holds_settings_small_files_and_all_history() {
    assertThat(items(NsbContents.of(REMOTE_SUPPORT, PAGE_WITH_HISTORY), INCLUDED))
        .containsExactlyElementsOf(EnumSet.range(NsbItem.LOCAL_USERS, NsbItem.LICENSE_HISTORY));
  }

  @Test
  void without_history_only_the_history_is_missing() {
    Set<NsbItem> missing = items(NsbContents.of(REMOTE_SUPPORT, PAGE_WITH_HISTORY), INCLUDED);
    missing.removeAll(items(NsbContents.of(REMOTE_SUPPORT, PAGE_WITHOUT_HISTORY), INCLUDED));

    assertThat(missing)
        .containsExactly(
            NsbItem.SESSION_HISTORY,
            NsbItem.TEAM_HISTORY,
            NsbItem.PRESENTATION_HISTORY,
            NsbItem.LICENSE_HISTORY);
  }

  @Test
  void a_file_of_privileged_remote_access_holds_what_both_products_have() {
    NsbContents contents = NsbContents.of(PRIVILEGED_REMOTE_ACCESS, PAGE_WITH_HISTORY);
    EnumSet<NsbItem> expected = EnumSet.copyOf(FOR_EVERY_SITE);
    expected.add(NsbItem.SESSION_HISTORY);
    expected.add(NsbItem.TEAM_HISTORY);

    assertThat(items(contents, INCLUDED)).isEqualTo(expected);
    assertThat(items(contents, LEFT_OUT))
        .containsAll(FOR_REMOTE_SUPPORT)
        .contains(NsbItem.PRESENTATION_HISTORY, NsbItem.LICENSE_HISTORY);
  }

  @Test
  void small_files_of_privileged_remote_access_are_unsettled_unless_the_api_made_the_file() {
    assertThat(inclusion(PRIVILEGED_REMOTE_ACCESS, PAGE_WITH_HISTORY)).isEqualTo(UNSETTLED);
    assertThat(inclusion(PRIVILEGED_REMOTE_ACCESS, PAGE_WITHOUT_HISTORY)).isEqualTo(UNSETTLED);
    assertThat(inclusion(PRIVILEGED_REMOTE_ACCESS, API)).isEqualTo(INCLUDED);
    assertThat(inclusion(REMOTE_SUPPORT, PAGE_WITHOUT_HISTORY)).isEqualTo(INCLUDED);
    assertThat(inclusion(REMOTE_SUPPORT, API)).isEqualTo(INCLUDED);
  }

  @ParameterizedTest
  @EnumSource(Product.class)
  void the_api_always_includes_history(Product product) {
    assertThat(items(NsbContents.of(product, API), INCLUDED))
        .containsAll(items(NsbContents.of(product, PAGE_WITH_HISTORY), INCLUDED));
  }

  @Test
  void some_things_are_in_no_file_at_all() {
    for (NsbContents contents : all()) {
      assertThat(items(contents, LEFT_OUT))
          .contains(
              NsbItem.SESSION_RECORDINGS,
              NsbItem.COMMAND_SHELL_RECORDINGS,
              NsbItem.PRESENTATION_RECORDINGS,
              NsbItem.LARGE_STORED_FILES,
              NsbItem.FURTHER_STORED_FILES,
              NsbItem.VAULT_ENCRYPTION_KEY,
              NsbItem.CERTIFICATES,
              NsbItem.APPLIANCE_SETTINGS);
    }
  }

  @Test
  void recordings_of_the_own_screen_are_left_out_by_the_api_and_unsettled_on_the_page() {
    NsbItem item = NsbItem.SHOW_MY_SCREEN_RECORDINGS;

    assertThat(NsbContents.of(REMOTE_SUPPORT, API).entry(item).inclusion()).isEqualTo(LEFT_OUT);
    assertThat(NsbContents.of(REMOTE_SUPPORT, PAGE_WITH_HISTORY).entry(item).inclusion())
        .isEqualTo(UNSETTLED);
  }

  @Test
  void each_kind_of_data_has_one_entry_with_a_reason_and_a_source() {
    for (NsbContents contents : all()) {
      assertThat(contents.entries()).extracting(NsbEntry::item).containsExactly(NsbItem.values());
      assertThat(contents.entries())
          .allSatisfy(entry -> assertThat(entry.reason()).isNotBlank())
          .allSatisfy(
              entry ->
                  assertThat(entry.source())
                      .matches("(S2 \"[^\"]+\"|D-BACKUP)(, (D-BACKUP|D-MGMT))?"));
    }
  }

  @Test
  void what_no_file_holds_can_be_saved_in_another_way() {
    for (NsbItem item : NsbItem.values()) {
      boolean somewhere =
          all().stream().anyMatch(contents -> contents.entry(item).inclusion() == INCLUDED);

      assertThat(item.otherWay().isPresent()).as(item.title()).isEqualTo(!somewhere);
    }
  }

  @Test
  void titles_tell_the_items_apart() {
    assertThat(NsbItem.values()).extracting(NsbItem::title).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "0,1,INCLUDED",
    "199999,50,INCLUDED",
    "199999,51,UNSETTLED",
    "200000,1,UNSETTLED",
    "204800,50,UNSETTLED",
    "204801,1,LEFT_OUT",
    "204801,51,LEFT_OUT"
  })
  void a_stored_file_is_in_for_sure_only_within_both_limits(
      long sizeBytes, int count, Inclusion expected) {
    assertThat(NsbContents.of(REMOTE_SUPPORT, API).ofStoredFile(sizeBytes, count))
        .isEqualTo(expected);
  }

  @Test
  void a_small_stored_file_is_no_surer_than_its_kind() {
    NsbContents contents = NsbContents.of(PRIVILEGED_REMOTE_ACCESS, PAGE_WITH_HISTORY);

    assertThat(contents.ofStoredFile(1, 1)).isEqualTo(UNSETTLED);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void a_negative_size_is_refused(long sizeBytes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NsbContents.of(REMOTE_SUPPORT, API).ofStoredFile(sizeBytes, 1))
        .withMessage("sizeBytes is " + sizeBytes + ", must be 0 or more");
  }

  @Test
  void a_file_store_without_the_file_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NsbContents.of(REMOTE_SUPPORT, API).ofStoredFile(1, 0))
        .withMessage("storedFileCount is 0, must be 1 or more");
  }

  @Test
  void a_missing_part_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> NsbContents.of(null, API))
        .withMessage("product");
    assertThatNullPointerException()
        .isThrownBy(() -> NsbContents.of(REMOTE_SUPPORT, null))
        .withMessage("origin");
    assertThatNullPointerException()
        .isThrownBy(() -> NsbContents.of(REMOTE_SUPPORT, API).entries(null))
        .withMessage("inclusion");
  }

  private static Inclusion inclusion(Product product, NsbOrigin origin) {
    return NsbContents.of(product, origin).entry(NsbItem.SMALL_STORED_FILES).inclusion();
  }

  private static Set<NsbItem> items(NsbContents contents, Inclusion inclusion) {
    EnumSet<NsbItem> items = EnumSet.noneOf(NsbItem.class);
    contents.entries(inclusion).forEach(entry -> items.add(entry.item()));
    return items;
  }

  private static List<NsbContents> all() {
    List<NsbContents> all = new ArrayList<>();
    for (Product product : Product.values()) {
      Arrays.stream(NsbOrigin.values()).map(o -> NsbContents.of(product, o)).forEach(all::add);
    }
    return all;
  }
}
