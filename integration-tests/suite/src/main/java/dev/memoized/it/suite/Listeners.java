package dev.memoized.it.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Listening TCP sockets of processes, as Linux tells them. */
final class Listeners {
    private static final String LISTEN = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private Listeners() {}

    /** Their addresses and ports in Linux's hexadecimal form. */
    static List<String> of(List<Long> processes) throws IOException {
        Set<String> sockets = new HashSet<>();
        for (long process : processes) {
            sockets.addAll(socketsOf(process));
        }
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] fields = line.trim().split(" +", -1);
                if (fields[STATE].equals(LISTEN) && sockets.contains("socket:[" + fields[INODE] + "]")) {
                    addresses.add(fields[ADDRESS]);
                }
            }
        }
        return addresses;
    }

    /** Whether such an address is 127.0.0.1, or what that is in tables of IPv6. */
    static boolean isLoopback(String address) {
        return address.matches("(0100007F|0000000000000000FFFF00000100007F):[0-9A-F]{4}");
    }

    private static List<String> socketsOf(long process) throws IOException {
        List<String> sockets = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(process), "fd"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.isSymbolicLink(file)) {
                    sockets.add(Files.readSymbolicLink(file).toString());
                }
            }
        }
        return sockets;
    }
}
