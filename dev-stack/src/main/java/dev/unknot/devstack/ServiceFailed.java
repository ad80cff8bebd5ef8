package dev.unknot.devstack;

/** A service did not come up; the message ends with the last lines it wrote. */
public final class ServiceFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServiceFailed(ServiceProcess process, String what) {
        super(process.service().module() + " " + what + "; the end of " + process.log() + ":\n" + process.tail());
    }
}
