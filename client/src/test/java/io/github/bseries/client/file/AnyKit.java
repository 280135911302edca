// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.core.backup.ApplianceKit;
import io.github.bseries.core.backup.ApplianceNotes;
import io.github.bseries.core.backup.ApplianceSetting;
import io.github.bseries.core.backup.CertificateCopy;
import io.github.bseries.core.backup.DataCopy;
import io.github.bseries.core.backup.DeploymentFile;
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
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.Attested;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every recovery kit that can be declared, as far as chance goes. */
final class AnyKit {

  private AnyKit() {}

  static Arbitrary<RecoveryKit> kits() {
    Arbitrary<ApplianceKit> ones = sides(Arbitraries.of("1", "2"));
    Arbitrary<ApplianceKit> others = sides(Arbitraries.of("3", "4"));
    return Combinators.combine(
            Arbitraries.oneOf(Arbitraries.just(ApplianceKit.none()), ones),
            Arbitraries.oneOf(Arbitraries.just(ApplianceKit.none()), others),
            said(vaultKeys()).injectNull(0.3),
            said(certificates()).injectNull(0.3),
            said(diagrams()).injectNull(0.3),
            otherData())
        .as(RecoveryKit::new);
  }

  private static <T> Arbitrary<Attested<KitPart<T>>> said(Arbitrary<T> copies) {
    Arbitrary<KitPart<T>> parts =
        Arbitraries.oneOf(
            copies.map(KitPart::ready),
            Arbitraries.create(KitPart::lacking),
            lines().map(KitPart::nothingToKeep));
    return AnyPair.attested(parts);
  }

  private static Arbitrary<Map<NsbItem, Attested<KitPart<DataCopy>>>> otherData() {
    Set<NsbItem> items =
        EnumSet.complementOf(
            EnumSet.of(
                NsbItem.VAULT_ENCRYPTION_KEY, NsbItem.CERTIFICATES, NsbItem.APPLIANCE_SETTINGS));
    Arbitrary<DataCopy> copies =
        Combinators.combine(Arbitraries.of(DataCopy.Way.class), AnyPair.instants(), linesOrNone())
            .as(DataCopy::new);
    return Arbitraries.maps(Arbitraries.of(items), said(copies)).ofMaxSize(3);
  }

  private static Arbitrary<VaultKeyCopy> vaultKeys() {
    return Combinators.combine(AnyPair.instants(), passwords().injectNull(0.3), linesOrNone())
        .as(VaultKeyCopy::new);
  }

  private static Arbitrary<CertificateCopy> certificates() {
    return Combinators.combine(
            AnyPair.instants(),
            Arbitraries.of(CertificateCopy.Content.class).set(),
            AnyPair.flags(),
            passwords().injectNull(0.3),
            linesOrNone())
        .as(CertificateCopy::new);
  }

  private static Arbitrary<NetworkDiagram> diagrams() {
    return Combinators.combine(
            AnyPair.instants(), Arbitraries.of(NetworkDiagram.Content.class).set(), linesOrNone())
        .as(NetworkDiagram::new);
  }

  private static Arbitrary<ApplianceKit> sides(Arbitrary<String> digits) {
    return Combinators.combine(
            said(backups(digits)).injectNull(0.3),
            AnyPair.attested(statusPages()).injectNull(0.3),
            said(notes()).injectNull(0.3),
            said(Combinators.combine(AnyPair.instants(), linesOrNone()).as(DeploymentFile::new))
                .injectNull(0.3))
        .as(ApplianceKit::new);
  }

  private static Arbitrary<NsbCopy> backups(Arbitrary<String> digits) {
    Arbitrary<StoredBackup> files =
        Combinators.combine(
                AnyPair.filledTexts(),
                digits.map(digit -> new ApplianceId(digit.repeat(32))),
                Arbitraries.longs().between(0, 253_402_300_799L).map(Instant::ofEpochSecond),
                Arbitraries.longs().between(0, Long.MAX_VALUE),
                AnyPair.flags(),
                AnyPair.flags())
            .as(StoredBackup::new);
    return Combinators.combine(
            files,
            versions().injectNull(0.3),
            Arbitraries.of(NsbOrigin.class).injectNull(0.3),
            AnyPair.attested(passwords()).injectNull(0.3))
        .as(NsbCopy::new);
  }

  private static Arbitrary<StatusPage> statusPages() {
    return Combinators.combine(linesOrNone(), linesOrNone(), versions().injectNull(0.3))
        .as(StatusPage::new);
  }

  private static Arbitrary<ApplianceNotes> notes() {
    Arbitrary<Set<ApplianceSetting>> settings = Arbitraries.of(ApplianceSetting.class).set();
    return Combinators.combine(AnyPair.instants(), settings, settings, linesOrNone())
        .as(
            (at, written, others, keptAt) -> {
              others.removeAll(written);
              return new ApplianceNotes(at, written, others, keptAt);
            });
  }

  /** As an appliance tells them, and with parts that nobody would read out of the text. */
  static Arbitrary<ApplianceVersion> versions() {
    return Arbitraries.oneOf(
        Arbitraries.of("19.1.8", "24.1.3 (37380-ab)").map(ApplianceVersion::parse),
        AnyPair.filledTexts().map(ApplianceVersion::parse),
        Combinators.combine(
                AnyPair.filledTexts(),
                AnyPair.filledTexts().injectNull(0.3),
                AnyPair.filledTexts().injectNull(0.3))
            .as(ApplianceVersion::new));
  }

  private static Arbitrary<PasswordCustody> passwords() {
    return Arbitraries.oneOf(
        Arbitraries.of(PasswordCustody.unprotected(), PasswordCustody.knownToNobodyNamed()),
        lines().map(PasswordCustody::knownTo));
  }

  private static Arbitrary<String> linesOrNone() {
    return lines().injectNull(0.3);
  }

  /** What people write on one line, that does not look like a secret. */
  private static Arbitrary<String> lines() {
    return AnyPair.filledTexts()
        .map(text -> text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]", "-"));
  }
}
