// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static io.github.bseries.core.pair.MadeUp.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.MadeUp;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.Product;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryKitTest {

  private static final Attested<PasswordCustody> PASSWORD = said(PasswordCustody.unprotected());
  private static final Attested<KitPart<NsbCopy>> BACKUP =
      said(KitPart.ready(NsbCopy.of(file(MadeUp.ONE)).withPassword(PASSWORD)));
  private static final Attested<KitPart<NsbCopy>> GIVES_NONE =
      said(KitPart.nothingToKeep("this side gives none"));
  private static final Attested<StatusPage> STATUS = said(new StatusPage("1234", null, null));
  private static final Attested<KitPart<ApplianceNotes>> NOTES = said(KitPart.lacking());
  private static final Attested<KitPart<DeploymentFile>> DEPLOYMENT =
      said(KitPart.ready(new DeploymentFile(NOON, null)));
  private static final Attested<KitPart<VaultKeyCopy>> VAULT_KEY =
      said(KitPart.ready(new VaultKeyCopy(NOON, null, "safe 3")));
  private static final Attested<KitPart<CertificateCopy>> CERTIFICATES =
      said(KitPart.ready(new CertificateCopy(NOON, Set.of(), true, null, null)));
  private static final Attested<KitPart<NetworkDiagram>> DIAGRAM =
      said(KitPart.ready(new NetworkDiagram(NOON, Set.of(), null)));
  private static final Attested<KitPart<DataCopy>> RECORDINGS =
      said(KitPart.ready(new DataCopy(DataCopy.Way.REPORTING_API, NOON, null)));
  private static final Attested<KitPart<DataCopy>> FILES = said(KitPart.lacking());

  private static final ApplianceKit PRIMARY_SIDE =
      new ApplianceKit(BACKUP, STATUS, NOTES, DEPLOYMENT);
  private static final ApplianceKit BACKUP_SIDE = ApplianceKit.none().withNewestBackup(GIVES_NONE);

  @Test
  void nothing_is_declared_unless_somebody_said_it() {
    RecoveryKit none = RecoveryKit.none();

    assertThat(none.attestations()).isEmpty();
    assertThat(none.sides()).containsExactly(ApplianceKit.none(), ApplianceKit.none());
    assertThat(none.otherData(NsbItem.SESSION_RECORDINGS)).isEmpty();
    assertThat(none)
        .isEqualTo(
            new RecoveryKit(
                new ApplianceKit(null, null, null, null),
                ApplianceKit.none(),
                null,
                null,
                null,
                Map.of()))
        .isEqualTo(none.toBuilder().build());
    for (KitItem item : KitItem.values()) {
      assertThat(none.declared(item)).isEmpty();
    }
  }

  @Test
  void each_part_stands_where_it_was_put() {
    RecoveryKit kit = full();

    assertThat(kit)
        .isEqualTo(
            new RecoveryKit(
                PRIMARY_SIDE,
                BACKUP_SIDE,
                VAULT_KEY,
                CERTIFICATES,
                DIAGRAM,
                Map.of(NsbItem.LARGE_STORED_FILES, FILES, NsbItem.SESSION_RECORDINGS, RECORDINGS)));
    assertThat(kit.toBuilder().build()).isEqualTo(kit);
    assertThat(kit.sides()).containsExactly(PRIMARY_SIDE, BACKUP_SIDE);
    assertThat(kit.otherData(NsbItem.SESSION_RECORDINGS)).contains(RECORDINGS);
    assertThat(kit.otherData(NsbItem.COMMAND_SHELL_RECORDINGS)).isEmpty();
  }

  @Test
  void each_side_is_found_with_its_newest_backup() {
    RecoveryKit kit = full();

    assertThat(kit.side(PairSide.NORMAL_PRIMARY)).isEqualTo(PRIMARY_SIDE);
    assertThat(kit.side(PairSide.NORMAL_BACKUP)).isEqualTo(BACKUP_SIDE);
    assertThat(kit.newestBackup(PairSide.NORMAL_PRIMARY))
        .contains(NsbCopy.of(file(MadeUp.ONE)).withPassword(PASSWORD));
    assertThat(kit.newestBackup(PairSide.NORMAL_BACKUP)).isEmpty();
    assertThat(RecoveryKit.none().newestBackup(PairSide.NORMAL_PRIMARY)).isEmpty();
  }

  @Test
  void what_was_declared_is_found_by_its_item() {
    RecoveryKit kit = full();

    assertThat(kit.declared(KitItem.NSB)).isEqualTo(List.of(BACKUP, GIVES_NONE));
    assertThat(kit.declared(KitItem.STATUS_PAGE)).isEqualTo(List.of(STATUS));
    assertThat(kit.declared(KitItem.APPLIANCE_NOTES)).isEqualTo(List.of(NOTES));
    assertThat(kit.declared(KitItem.DEPLOYMENT_FILE)).isEqualTo(List.of(DEPLOYMENT));
    assertThat(kit.declared(KitItem.VAULT_ENCRYPTION_KEY)).isEqualTo(List.of(VAULT_KEY));
    assertThat(kit.declared(KitItem.CERTIFICATES)).isEqualTo(List.of(CERTIFICATES));
    assertThat(kit.declared(KitItem.NETWORK_DIAGRAM)).isEqualTo(List.of(DIAGRAM));
    assertThat(kit.declared(KitItem.OTHER_DATA)).isEqualTo(List.of(RECORDINGS, FILES));
  }

  @Test
  void attestations_are_all_that_was_said_and_what_was_said_of_a_password() {
    assertThat(PRIMARY_SIDE.attestations())
        .isEqualTo(List.of(BACKUP, PASSWORD, STATUS, NOTES, DEPLOYMENT));
    assertThat(BACKUP_SIDE.attestations()).isEqualTo(List.of(GIVES_NONE));
    assertThat(full().attestations())
        .isEqualTo(
            List.of(
                BACKUP,
                PASSWORD,
                STATUS,
                NOTES,
                DEPLOYMENT,
                GIVES_NONE,
                VAULT_KEY,
                CERTIFICATES,
                DIAGRAM,
                RECORDINGS,
                FILES));
  }

  @Test
  void a_side_keeps_the_rest_when_something_is_added() {
    assertThat(
            ApplianceKit.none()
                .withNewestBackup(BACKUP)
                .withStatusPage(STATUS)
                .withNotes(NOTES)
                .withDeploymentFile(DEPLOYMENT))
        .isEqualTo(PRIMARY_SIDE)
        .isEqualTo(
            ApplianceKit.none()
                .withDeploymentFile(DEPLOYMENT)
                .withNotes(NOTES)
                .withStatusPage(STATUS)
                .withNewestBackup(BACKUP));
  }

  @Test
  void other_data_is_in_the_order_of_its_kinds_and_does_not_change_afterwards() {
    Map<NsbItem, Attested<KitPart<DataCopy>>> data = new EnumMap<>(NsbItem.class);
    data.put(NsbItem.FURTHER_STORED_FILES, FILES);
    data.put(NsbItem.SESSION_RECORDINGS, RECORDINGS);
    RecoveryKit kit =
        new RecoveryKit(ApplianceKit.none(), ApplianceKit.none(), null, null, null, data);

    data.clear();

    assertThat(kit.otherData())
        .containsExactly(
            Map.entry(NsbItem.SESSION_RECORDINGS, RECORDINGS),
            Map.entry(NsbItem.FURTHER_STORED_FILES, FILES));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> kit.otherData().clear());
  }

  @Test
  void a_builder_that_goes_on_does_not_change_what_it_built() {
    RecoveryKit.Builder builder = RecoveryKit.builder();
    RecoveryKit none = builder.build();
    RecoveryKit kit = builder.otherData(NsbItem.SESSION_RECORDINGS, RECORDINGS).build();

    assertThat(none).isEqualTo(RecoveryKit.none());
    assertThat(kit.toBuilder().otherData(NsbItem.SESSION_RECORDINGS, FILES).build().otherData())
        .containsExactly(Map.entry(NsbItem.SESSION_RECORDINGS, FILES));
    assertThat(kit.otherData()).containsExactly(Map.entry(NsbItem.SESSION_RECORDINGS, RECORDINGS));
  }

  @ParameterizedTest
  @EnumSource(names = {"VAULT_ENCRYPTION_KEY", "CERTIFICATES", "APPLIANCE_SETTINGS"})
  void what_has_a_part_of_its_own_is_no_other_data(NsbItem item) {
    String message = "otherData has " + item + ", which is a part of its own in a recovery kit";
    ApplianceKit side = ApplianceKit.none();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecoveryKit.builder().otherData(item, FILES))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecoveryKit(side, side, null, null, null, Map.of(item, FILES)))
        .withMessage(message);
  }

  @Test
  void the_backups_of_both_sides_are_from_two_appliances() {
    ApplianceKit one = side(MadeUp.ONE);
    ApplianceKit other = side(MadeUp.OTHER);

    assertThat(RecoveryKit.builder().normalPrimary(one).normalBackup(other).build().sides())
        .containsExactly(one, other);
    assertThat(RecoveryKit.builder().normalPrimary(BACKUP_SIDE).normalBackup(BACKUP_SIDE).build())
        .returns(BACKUP_SIDE, RecoveryKit::normalPrimary);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecoveryKit.builder().normalPrimary(one).normalBackup(one).build())
        .withMessage(
            "the newest backups of normalPrimary and normalBackup are both from "
                + MadeUp.ONE
                + "; that is one appliance");
  }

  @Test
  void recordings_and_the_files_that_do_not_fit_are_saved_besides_any_nsb() {
    Set<NsbItem> items = RecoveryKit.dataBesidesNsb();

    assertThat(items)
        .isEqualTo(EnumSet.range(NsbItem.SESSION_RECORDINGS, NsbItem.FURTHER_STORED_FILES));
    for (Product product : Product.values()) {
      for (NsbOrigin origin : NsbOrigin.values()) {
        assertThat(NsbContents.of(product, origin).entries(Inclusion.INCLUDED))
            .extracting(NsbEntry::item)
            .doesNotContainAnyElementsOf(items);
      }
    }
  }

  @Test
  void all_data_besides_an_nsb_can_be_declared() {
    RecoveryKit.Builder builder = RecoveryKit.builder();
    RecoveryKit.dataBesidesNsb().forEach(item -> builder.otherData(item, FILES));

    assertThat(builder.build().otherData()).containsOnlyKeys(RecoveryKit.dataBesidesNsb());
  }

  private static RecoveryKit full() {
    return RecoveryKit.builder()
        .normalPrimary(PRIMARY_SIDE)
        .normalBackup(BACKUP_SIDE)
        .vaultKey(VAULT_KEY)
        .certificates(CERTIFICATES)
        .networkDiagram(DIAGRAM)
        .otherData(NsbItem.LARGE_STORED_FILES, FILES)
        .otherData(NsbItem.SESSION_RECORDINGS, RECORDINGS)
        .build();
  }

  private static ApplianceKit side(ApplianceId id) {
    return ApplianceKit.none().withNewestBackup(said(KitPart.ready(NsbCopy.of(file(id)))));
  }

  private static StoredBackup file(ApplianceId id) {
    return StoredBackup.good("last night", id, NOON, 1000);
  }

  private static <T> Attested<T> said(T value) {
    return new Attested<>(value, "ada", NOON);
  }
}
