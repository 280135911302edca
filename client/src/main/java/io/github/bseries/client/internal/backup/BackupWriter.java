// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.backup;

import io.github.bseries.client.internal.age.AgeEncryption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the bytes of a backup into a file in the making, encrypted on the way if there is anybody
 * to encrypt to; then the plain bytes never touch the disk.
 */
public final class BackupWriter implements AutoCloseable {

  private final PartFile part;

  /** Both null if the file is not encrypted; its own digest is that of the content then. */
  private final @Nullable WritableByteChannel encryption;

  private final @Nullable MessageDigest plainDigest;

  private long plainBytes;

  private BackupWriter(PartFile part, List<String> recipients) throws IOException {
    this.part = part;
    boolean encrypted = !recipients.isEmpty();
    this.plainDigest = encrypted ? Sha256.begin() : null;
    this.encryption = encrypted ? AgeEncryption.into(new IntoPart(part), recipients) : null;
  }

  /**
   * What was published.
   *
   * @param plainBytes the length of the backup
   * @param plainSha256 its SHA-256, 64 hexadecimal digits in lower case
   * @param fileBytes the length of the file; the same if it is not encrypted
   * @param fileSha256 its SHA-256; the same if it is not encrypted
   */
  public record Published(long plainBytes, String plainSha256, long fileBytes, String fileSha256) {}

  /**
   * Opens a file in the making.
   *
   * @param recipients public keys of age; empty for no encryption
   */
  public static BackupWriter to(Path target, List<String> recipients, Room room)
      throws IOException {
    PartFile part = PartFile.beside(target, room);
    boolean opened = false;
    try {
      BackupWriter writer = new BackupWriter(part, recipients);
      opened = true;
      return writer;
    } finally {
      if (!opened) {
        part.close();
      }
    }
  }

  /** Adds bytes of the backup. */
  public void write(byte[] bytes, int length) throws IOException {
    WritableByteChannel through = encryption;
    MessageDigest digest = plainDigest;
    if (through == null || digest == null) {
      part.write(bytes, length);
    } else {
      digest.update(bytes, 0, length);
      ByteBuffer plain = ByteBuffer.wrap(bytes, 0, length);
      while (plain.hasRemaining()) {
        through.write(plain);
      }
    }
    plainBytes += length;
  }

  /** Returns how many bytes of the backup were added. */
  public long plainBytes() {
    return plainBytes;
  }

  /** Puts the file onto the disk, and then under its name, as {@link PartFile#publish} does. */
  public Published publish() throws IOException {
    WritableByteChannel through = encryption;
    MessageDigest digest = plainDigest;
    if (through == null || digest == null) {
      String sha256 = part.publish();
      return new Published(plainBytes, sha256, plainBytes, sha256);
    }
    through.close();
    String fileSha256 = part.publish();
    String plainSha256 = HexFormat.of().formatHex(digest.digest());
    return new Published(plainBytes, plainSha256, part.sizeBytes(), fileSha256);
  }

  /** Removes the file unless it was published. */
  @Override
  public void close() throws IOException {
    part.close();
  }

  /** The file as a channel that the encryption ends, but does not close. */
  private static final class IntoPart implements WritableByteChannel {

    private final PartFile part;
    private boolean open = true;

    IntoPart(PartFile part) {
      this.part = part;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      int count = bytes.remaining();
      part.write(bytes);
      return count;
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }
}
