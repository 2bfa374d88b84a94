package io.factmatrix.deploy.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "up", description = "Start everything, empty or with what --data holds; Ctrl-C stops it.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private Port port = new Port();

    @Mixin
    private StackArguments arguments = new StackArguments();

    @Override
    public Integer call() throws InterruptedException {
        return new Foreground(arguments, port).run(running -> {
            System.out.println("A token: ./fact token --port " + running.port() + " --merchant ID");
            System.out.println("Ctrl-C stops it.");
        });
    }
}
