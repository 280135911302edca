// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.auth.AccessToken;
import io.github.bseries.client.internal.auth.TokenShelf;
import io.github.bseries.client.internal.file.ExclusiveLock;
import io.github.bseries.client.internal.file.OwnFolder;
import io.github.bseries.client.internal.file.WholeFile;
import io.github.bseries.core.pair.ApplianceAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file with the tokens of an account, for the next run. It is never needed: what cannot be read,
 * written or trusted is passed over, and a token is fetched.
 */
final class TokenFile {

  private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);

  /**
   * Little, since a call waits: a token that is not kept costs the next run no more than a call.
   */
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private static final Set<PosixFilePermission> OF_OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private static final int LONGEST_BYTES = 1024 * 1024;

  /** More than the 30 that an appliance keeps for one account, since several lie in one file. */
  private static final int MOST_TOKENS = 60;

  private final Path file;
  private final UserPrincipal user;
  private final InstantSource clock;

  TokenFile(Path file, UserPrincipal user, InstantSource clock) {
    this.file = file;
    this.user = user;
    this.clock = clock;
  }

  /** Returns who runs this process, as the file system calls him. */
  static UserPrincipal self(Path file) throws IOException {
    return file.getFileSystem()
        .getUserPrincipalLookupService()
        .lookupPrincipalByName(System.getProperty("user.name"));
  }

  /** Returns why this file must not hold a token; null if it may. */
  @Nullable String objection() {
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && Files.isDirectory(folder)
            ? null
            : "there is no folder " + folder + "; make it first";
      }
      PosixFileAttributes found =
          Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isRegularFile()) {
        return "it is no plain file";
      }
      if (!found.owner().equals(user)) {
        return "it belongs to " + found.owner().getName() + ", and not to " + user.getName();
      }
      return OF_OWNER.containsAll(found.permissions())
          ? null
          : "it is open to others ("
              + PosixFilePermissions.toString(found.permissions())
              + "); make it 0600, and make a new secret if somebody may have read it";
    } catch (UnsupportedOperationException e) {
      return "this file system does not tell who may read it";
    } catch (IOException e) {
      return "it cannot be looked at: " + e;
    }
  }

  /** Returns the place of one token in the file. */
  TokenShelf shelf(String clientId, ApplianceAddress address, SecretMask mask) {
    return new TokenShelf() {
      @Override
      public @Nullable AccessToken take() {
        Instant now = clock.instant();
        return read().stream()
            .filter(kept -> kept.isOf(clientId, address) && kept.isValidAt(now))
            .findFirst()
            .map(
                kept -> {
                  mask.learn(kept.token());
                  return kept.at(now);
                })
            .orElse(null);
      }

      @Override
      public void put(AccessToken token) {
        KeptToken kept = new KeptToken(clientId, address, token, clock.instant());
        change(
            tokens -> {
              List<KeptToken> next = new ArrayList<>(List.of(kept));
              tokens.stream().filter(it -> !it.isOf(clientId, address)).forEach(next::add);
              return next;
            });
      }

      @Override
      public void remove(AccessToken refused) {
        change(
            tokens ->
                tokens.stream()
                    .filter(
                        it -> !it.isOf(clientId, address) || !it.token().equals(refused.value()))
                    .toList());
      }
    };
  }

  private List<KeptToken> read() {
    String objection = objection();
    if (objection != null) {
      LOG.warn("the token file {} is not used: {}", file, objection);
      return List.of();
    }
    try {
      return found();
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("the token file {} cannot be read: {}", file, e.toString());
      return List.of();
    }
  }

  private List<KeptToken> found() throws IOException {
    return Files.exists(file)
        ? KeptToken.read(WholeFile.read(file, LONGEST_BYTES), LONGEST_BYTES)
        : List.of();
  }

  /** Others at the same file may have put theirs there; what has ended is dropped. */
  private void change(UnaryOperator<List<KeptToken>> change) {
    // A thread that was interrupted could write nothing, and the interrupt is about other things.
    boolean interrupted = Thread.interrupted();
    try {
      if (objection() != null) {
        return;
      }
      Path absolute = file.toAbsolutePath();
      Path folder = absolute.getParent();
      Path target = folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
      ExclusiveLock lock = HistoryStore.acquire(target, PATIENCE);
      try {
        Instant now = clock.instant();
        List<KeptToken> next =
            change.apply(found()).stream()
                .filter(kept -> kept.isValidAt(now))
                .limit(MOST_TOKENS)
                .toList();
        byte[] content = KeptToken.toJson(next).getBytes(StandardCharsets.UTF_8);
        WholeFile.replace(target, content, OwnFolder.ofFile(target));
      } finally {
        lock.close();
      }
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("the token file {} cannot be written: {}", file, e.toString());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns the file. */
  @Override
  public String toString() {
    return file.toString();
  }
}
