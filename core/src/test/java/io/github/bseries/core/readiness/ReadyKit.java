// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.said;

import io.github.bseries.core.backup.ApplianceKit;
import io.github.bseries.core.backup.ApplianceNotes;
import io.github.bseries.core.backup.ApplianceSetting;
import io.github.bseries.core.backup.CertificateCopy;
import io.github.bseries.core.backup.DataCopy;
import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.NetworkDiagram;
import io.github.bseries.core.backup.NsbCopy;
import io.github.bseries.core.backup.NsbItem;
import io.github.bseries.core.backup.NsbOrigin;
import io.github.bseries.core.backup.PasswordCustody;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.backup.StatusPage;
import io.github.bseries.core.backup.StoredBackup;
import io.github.bseries.core.backup.VaultKeyCopy;
import io.github.bseries.core.pair.ApplianceId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All that must lie ready to rebuild the well-kept pair. */
final class ReadyKit {

  static final Instant SAVED = NOW.minus(Duration.ofDays(1));

  private ReadyKit() {}

  static RecoveryKit kit() {
    RecoveryKit.Builder kit =
        RecoveryKit.builder()
            .normalPrimary(side(WellKept.ONE))
            .normalBackup(side(WellKept.OTHER))
            .vaultKey(said(KitPart.ready(vaultKey(onCall()))))
            .certificates(
                said(KitPart.ready(certificates(EnumSet.allOf(CertificateCopy.Content.class)))))
            .networkDiagram(
                said(
                    KitPart.ready(
                        new NetworkDiagram(
                            SAVED, EnumSet.allOf(NetworkDiagram.Content.class), "wiki"))));
    for (NsbItem item :
        List.of(
            NsbItem.SESSION_RECORDINGS,
            NsbItem.COMMAND_SHELL_RECORDINGS,
            NsbItem.PRESENTATION_RECORDINGS,
            NsbItem.SHOW_MY_SCREEN_RECORDINGS,
            NsbItem.LARGE_STORED_FILES)) {
      kit.otherData(
          item, said(KitPart.ready(new DataCopy(DataCopy.Way.REPORTING_API, SAVED, "store"))));
    }
    return kit.otherData(
            NsbItem.FURTHER_STORED_FILES, said(KitPart.nothingToKeep("only ten files are stored")))
        .build();
  }

  static ApplianceKit side(ApplianceId id) {
    return ApplianceKit.none()
        .withNewestBackup(said(KitPart.ready(backup(id, SAVED))))
        .withStatusPage(said(new StatusPage("S-1", "6.1.0", WellKept.version())))
        .withNotes(said(KitPart.ready(notes(EnumSet.allOf(ApplianceSetting.class)))));
  }

  static NsbCopy backup(ApplianceId id, Instant takenAt) {
    return backup(StoredBackup.good(id.value().charAt(0) + ".nsb", id, takenAt, 1000));
  }

  static NsbCopy backup(StoredBackup file) {
    return new NsbCopy(file, WellKept.version(), NsbOrigin.API, said(onCall()));
  }

  static VaultKeyCopy vaultKey(PasswordCustody password) {
    return new VaultKeyCopy(SAVED, password, "safe");
  }

  static CertificateCopy certificates(Set<CertificateCopy.Content> contents) {
    return new CertificateCopy(SAVED, contents, true, onCall(), "safe");
  }

  static ApplianceNotes notes(Set<ApplianceSetting> written) {
    return new ApplianceNotes(SAVED, written, Set.of(), "safe");
  }

  static PasswordCustody onCall() {
    return PasswordCustody.knownTo("the on-call team");
  }

  /** Returns the facts with another kit. */
  static PairFacts facts(UnaryOperator<RecoveryKit.Builder> change) {
    return WellKept.facts().toBuilder()
        .recoveryKit(change.apply(kit().toBuilder()).build())
        .build();
  }

  /** Returns the facts with something else kept of the normal primary. */
  static PairFacts factsOfPrimary(UnaryOperator<ApplianceKit> change) {
    return facts(kit -> kit.normalPrimary(change.apply(side(WellKept.ONE))));
  }

  /** Returns the facts with another newest backup of the normal primary. */
  static PairFacts factsOfBackup(KitPart<NsbCopy> newest) {
    return factsOfPrimary(side -> side.withNewestBackup(said(newest)));
  }

  /** Returns the facts without a kit. */
  static PairFacts noKit() {
    return WellKept.facts().toBuilder().recoveryKit(null).build();
  }
}
