// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.EnumSet;

/** A small file, of which at no moment there is a part. */
public final class WholeFile {

  private WholeFile() {}

  /** Returns the bytes of the file; of a bigger one, the first {@code most + 1}. */
  public static byte[] read(Path file, int most) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(most + 1);
    }
  }

  /**
   * Puts these bytes in place of the file, or makes it. Who reads it meanwhile sees the old content
   * or the new one, and a crash leaves the one or the other.
   *
   * <p>Behind a symbolic link, it is the file that is replaced and not the link. Owner, group and
   * permissions of a file that was there are kept. Where that is not allowed, as to anybody but its
   * owner and root, the file is not replaced: its owner could not read it any more.
   *
   * @param ofNew how a file is made that was not there
   * @throws NoSuchFileException if its folder is missing
   * @throws FileSystemException if the file belongs to somebody else, and what takes its place
   *     cannot be given to him
   */
  public static void replace(Path file, byte[] content, FileAttribute<?>... ofNew)
      throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = OwnFolder.of(target);
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          file.toString(), null, "there is no folder " + folder + "; make it first");
    }
    Path part = OwnFolder.part(target);
    try {
      write(part, content, ofNew);
      keepPermissions(target, part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    OwnFolder.force(folder);
  }

  private static void write(Path part, byte[] content, FileAttribute<?>... ofNew)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            part, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ofNew)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void keepPermissions(Path target, Path part) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
    if (view == null || !Files.exists(target)) {
      return;
    }
    PosixFileAttributes kept = Files.readAttributes(target, PosixFileAttributes.class);
    PosixFileAttributes made = view.readAttributes();
    try {
      if (!made.group().equals(kept.group())) {
        view.setGroup(kept.group());
      }
      if (!made.owner().equals(kept.owner())) {
        view.setOwner(kept.owner());
      }
    } catch (IOException e) {
      throw new FileSystemException(
          target.toString(),
          null,
          "it belongs to "
              + kept.owner().getName()
              + ":"
              + kept.group().getName()
              + ", who would lose it to another owner: "
              + e);
    }
    // Last: until then nobody else may read it, whose group it had before.
    view.setPermissions(kept.permissions());
  }
}
