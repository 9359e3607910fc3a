/**
 * Sources in Chromium that complain of what a desktop lacks and then do without: no message bus, no graphics card, no
 * video decoder. A line tells its source as "bus.cc(407)" or, in newer versions, "dbus/bus.cc:407".
 */
const harmless = [
  'bus',
  'object_proxy',
  'viz_main_impl',
  'gpu_init',
  'gpu_process_host',
  'gpu_blocklist',
  'gl_display',
  'gl_factory',
  'gl_surface_presentation_helper',
  'gl_ozone_egl',
  'angle_platform_impl',
  'command_buffer_proxy_impl',
  'context_provider_command_buffer',
  'vaapi_wrapper',
  'zygote_communication_linux',
]

const complaint = new RegExp(
  `^\\[\\d+:\\d{4}/\\d{6}\\.\\d+:(?:ERROR|WARNING):(?:[\\w/]+/)?(?:${harmless.join('|')})\\.cc[(:]\\d`,
)

/** Whether a line on Chromium's standard error says that something is missing which Collate does without. @param {string} line */
export const isHarmlessComplaint = (line) => complaint.test(line)
