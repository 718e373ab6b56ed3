package dev.memoized.it.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * What one start of a server is given.
 *
 * @param home where the build has laid the server itself; not to be written to
 * @param folder empty, and of this start alone
 * @param application the archive, whose context is to be {@code /app}
 * @param java the command of the JDK that the server runs on
 * @param port for HTTP
 * @param redisPort where the Redis of the application is to be found
 * @param options of the JVM, more than those of all
 */
public record Setup(
        Path home, Path folder, Path application, String java, int port, int redisPort, List<String> options) {
    /** Who may come in everywhere; the password is the name. */
    public static final String READER = "alice";

    /** Who has no role; the password is the name. */
    public static final String GUEST = "bob";

    /** What the JVM of each server is started with: little memory, no IPv6, and what the application is told: a slow machine is no failure of Redis. */
    public List<String> jvm() {
        Stream<String> all = Stream.of(
                java,
                "-Xmx512m",
                "-Djava.net.preferIPv4Stack=true",
                "-Dmemoized.backend.redis.timeout=30s",
                "-Dmemoized.backend.redis.socket-timeout=20s",
                "-Dmemoized.backend.redis.uri=redis://127.0.0.1:" + redisPort);
        return Stream.concat(all, options.stream()).toList();
    }

    /** Whether the application is an EAR. */
    public boolean isEar() {
        return application.toString().endsWith(".ear");
    }

    /** Another port of 127.0.0.1 that nobody listens on; below those that systems give to whoever connects. */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            if (isFree(port)) {
                return port;
            }
        }
    }

    /** Whether nobody listens on that port of 127.0.0.1. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Copies a file or folder. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(copy.toAbsolutePath().getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Deletes a folder and all that is in it. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
