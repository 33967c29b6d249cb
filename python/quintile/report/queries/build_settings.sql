select *
from build_settings
